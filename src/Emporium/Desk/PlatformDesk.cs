using Emporium.Platform.Checks;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using EventId = Emporium.Platform.Events.EventId;

namespace Emporium.Host.Desk;

/// <summary>The desk's pages about the machinery itself: facts, dead letters, letters, jobs. They act through Platform's contracts.</summary>
internal static class PlatformDesk
{
    public const string Operate = "platform.operate";
    public const string ReadAudit = "audit.read";
    public const int Rows = 50;
    private const string Menu = "Machinery";

    public static IServiceCollection AddPlatformDesk(this IServiceCollection services) => services
        .AddDeskList<EventList>().AddDeskList<MailList>().AddDeskList<AuditList>().AddScoped<FindMails>()
        .AddSingleton(new MachineryPermission(Operate))
        .AddPermission(Operate, "See and repair what runs behind the store: events, dead letters, outgoing mail, jobs.", StandardRole.Developer)
        .AddPermission(ReadAudit, "See what everybody of the team did.")
        .AddSettingsEntry(new SettingsEntry("Team", "Audit log", "Who did what and when, linked so that nothing can be taken out unseen.", "/admin/settings/audit", "list", ReadAudit, 340))
        .AddScoped<IMenuCount, DeadLetterCount>()
        .AddMenuEntry(new MenuEntry(Menu, "Events", "/admin/events", "activity", Operate, 900, Key: 'e'))
        .AddMenuEntry(new MenuEntry(Menu, "Dead letters", "/admin/dead-letters", "alert", Operate, 910))
        .AddMenuEntry(new MenuEntry(Menu, "Mail", "/admin/mails", "mail", Operate, 920, Key: 'm'))
        .AddMenuEntry(new MenuEntry(Menu, "Jobs", "/admin/jobs", "clock", Operate, 930, Key: 'w'));

    public static void MapPlatformDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/admin").RequireAuthorization(Operate).ExcludeFromDescription();
        routes.MapDeskList<EventList>();
        routes.MapDeskList<MailList>();
        routes.MapDeskList<AuditList>();
        MachineryFiles.Map(routes);
        desk.MapPost("/events/{id}/deliveries/{reaction}/replay", Replay).WithSummary("Replays a dead letter.");
        desk.MapPost("/events/{id}/deliveries/{reaction}/skip", Skip).WithSummary("Skips a dead letter.");
        desk.MapPost("/dead-letters/replay", ReplayAll).WithSummary("Replays all dead letters.");
        desk.MapGet("/mails/{id}/letter", LetterView.Endpoint);
        desk.MapPost("/mails/{id}/send", Resend).WithSummary("Sends a letter again.");
        desk.MapPost("/jobs/{name}/run", RunJob).WithSummary("Runs a job now.");
        AuditApi.Map(routes);
    }

    // Each binds its form, which is what makes the antiforgery token count.
    private static async Task<SeeOther> Replay(EventId id, string reaction, [FromForm] string? back, IDeadLetters letters, CancellationToken ct)
    {
        await letters.Replay(id, reaction, ct);
        return SeeOther.Within(back, $"/admin/events/{id}");
    }

    private static async Task<IResult> Skip(EventId id, string reaction, [FromForm] string? why, [FromForm] string? back, IDeadLetters letters, HttpContext http, CancellationToken ct)
    {
        try
        {
            await letters.Skip(id, reaction, http.User.Identity?.Name ?? "", why ?? "", ct);
            return SeeOther.Within(back, $"/admin/events/{id}");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<EventPage>(new { Id = id.ToString(), Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static async Task<SeeOther> ReplayAll([FromForm] string? back, IDeadLetters letters, CancellationToken ct)
    {
        await letters.ReplayAll(ct);
        return SeeOther.Within(back, "/admin/dead-letters");
    }

    private static async Task<SeeOther> Resend(MailId id, [FromForm] string? back, IMailDesk mails, CancellationToken ct)
    {
        await mails.Resend(id, ct);
        return SeeOther.Within(back, $"/admin/mails/{id}");
    }

    private static async Task<SeeOther> RunJob(string name, [FromForm] string? back, IJobDesk jobs, CancellationToken ct)
    {
        await jobs.RunNow(name, ct);
        return SeeOther.Within(back, "/admin/jobs");
    }
}
