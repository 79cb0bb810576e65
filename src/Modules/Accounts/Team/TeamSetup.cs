using Emporium.Accounts.Letters;
using Emporium.Platform.Http;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Team;

/// <summary>What the team is made of: who is in it, who is asked to join, what each may do.</summary>
internal static class TeamSetup
{
    /// <summary>Permission to invite, change and remove members, and to make roles. The owner's alone unless a role of the store's own holds it.</summary>
    public const string Manage = "team.manage";

    private static readonly RequireAntiforgeryTokenAttribute Token = new();

    public static IServiceCollection AddTeam(this IServiceCollection services) => services
        .AddScoped<TeamList>().AddScoped<TeamBook>().AddScoped<LastOwner>().AddScoped<EndAccess>().AddScoped<InvitationLetters>()
        .AddScoped<InviteMember>().AddScoped<SendInvitationAgain>().AddScoped<WithdrawInvitation>().AddScoped<JoinTeam>()
        .AddScoped<ChangeRole>().AddScoped<TransferOwnership>().AddScoped<SuspendMember>().AddScoped<RemoveMember>()
        .AddSecretLetter(InvitationLetters.Kind).AddSecretLetter(StaffLetters.ResetKind).AddSecretLetter(StaffLetters.AlertKind)
        .AddPermission(Manage, "Invite people to the team, change and remove them, and make roles, as far as one's own permissions go.")
        .AddSettingsEntry(new SettingsEntry("Team", "Team", "Who works here, and with which role.", TeamPage.Address, "users", Manage, 300));

    public static void MapTeam(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/join/{token}", JoinTeam.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        MapForms(routes.MapGroup(TeamPage.Address).RequireAuthorization(Manage).RequireStepUp().WithMetadata(Token).ExcludeFromDescription());
        TeamFile.Map(routes);
        MapApi(routes.MapGroup("/api/v1/team").WithTags("Team").RequireAuthorization(Manage).RequireRateLimiting(RateLimits.Api));
    }

    private static void MapForms(RouteGroupBuilder forms)
    {
        forms.MapPost("/invitations", InviteMember.Page).WithSummary("Invites somebody to the team.");
        forms.MapPost("/invitations/{id}/send", SendInvitationAgain.Page).WithSummary("Sends an invitation again.");
        forms.MapPost("/invitations/{id}/withdraw", WithdrawInvitation.Page).WithSummary("Takes an invitation back.");
        forms.MapPost("/{id}/role", ChangeRole.Page).WithSummary("Gives a member another role.");
        forms.MapPost("/{id}/status", SuspendMember.Page).WithSummary("Suspends or reactivates a member.");
        forms.MapPost("/{id}/transfer", TransferOwnership.Page).WithSummary("Transfers the store to another owner.");
        forms.MapPost("/{id}/remove", RemoveMember.Page).WithSummary("Removes a member from the team.");
    }

    private static void MapApi(RouteGroupBuilder team)
    {
        team.MapGet("", TeamList.MembersEndpoint).WithName("ListTeam").WithSummary("Lists the members of the team.");
        team.MapPut("/{id}/role", ChangeRole.Endpoint).RequireStepUp().WithName("ChangeMemberRole").WithSummary("Gives a member another role.");
        team.MapPut("/{id}/status", SuspendMember.Endpoint).RequireStepUp().WithName("ChangeMemberStatus").WithSummary("Suspends or reactivates a member.");
        team.MapPost("/{id}/removal", RemoveMember.Endpoint).WithMetadata(CreatesNothing.Instance).RequireStepUp().WithName("RemoveMember").WithSummary("Removes a member from the team.");
        team.MapGet("/invitations", TeamList.InvitationsEndpoint).WithName("ListInvitations").WithSummary("Lists the invitations that wait for an answer.");
        team.MapPost("/invitations", InviteMember.Endpoint).RequireStepUp().RequireIdempotencyKey().WithName("InviteMember").WithSummary("Invites somebody to the team.");
        team.MapPost("/invitations/{id}/send", SendInvitationAgain.Endpoint).RequireStepUp().WithMetadata(CreatesNothing.Instance).WithName("SendInvitationAgain").WithSummary("Sends an invitation again, with a new link.");
        team.MapDelete("/invitations/{id}", WithdrawInvitation.Endpoint).RequireStepUp().WithName("WithdrawInvitation").WithSummary("Takes an invitation back.");
    }
}
