using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Mail;
using Emporium.Platform.Http;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Names the server that carries the letters, where the operator named none.</summary>
internal static class ChangeMail
{
    private const int Longest = 254;

    /// <param name="Password">Null keeps the one that is stored.</param>
    /// <param name="From">The sender's address; empty for the store's own.</param>
    public sealed record Request(
        [property: Required(AllowEmptyStrings = true)] string Host, int Port, bool UseTls, string? User, string? Password, string? From, int Version);

    /// <param name="IsConfigured">True where the operator's configuration decides and nothing can be changed here.</param>
    public sealed record Answer(string Host, int Port, bool UseTls, string? User, bool HasPassword, string? From, bool IsConfigured, DateTimeOffset? TestedAt, int Version);

    public static async Task<Ok<Answer>> Show(MailServer server, ISettings settings, CancellationToken ct)
    {
        var (current, stored) = (await server.Current(ct), await settings.Read<MailSettings>(ct));
        return TypedResults.Ok(new Answer(current.Host ?? "", current.Port, current.UseTls, current.User, current.Password is not null, current.From, server.IsConfigured, stored.Value.TestedAt, stored.Version));
    }

    public static async Task<Ok<Answer>> Endpoint(Request request, MailServer server, ISettings settings, ChangeSettings change, CancellationToken ct)
    {
        await Handle(request, server, settings, change, ct);
        return await Show(server, settings, ct);
    }

    public static async Task<IResult> Form(IFormCollection form, MailServer server, ISettings settings, ChangeSettings change, CancellationToken ct)
    {
        var password = form["password"].ToString();
        var typed = new Request(
            form["host"].ToString(), int.TryParse(form["port"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, form["useTls"] == "true",
            form["user"].ToString(), password.Length > 0 ? password : null, form["from"].ToString(), SettingsForm.Version(form));
        try
        {
            await Handle(typed, server, settings, change, ct);
            return SeeOther.To("/admin/settings/mail?saved");
        }
        catch (Refusal refusal)
        {
            var shown = new MailRoomPage.Form(typed.Host, form["port"].ToString(), typed.UseTls, typed.User ?? "", typed.From ?? "", typed.Version);
            return new RazorComponentResult<MailRoomPage>(new { Typed = shown, Refused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>mail.configured</c>, <c>mail.host_invalid</c>, <c>mail.port_invalid</c>, <c>mail.sender_invalid</c>, <c>settings.text_too_long</c>, <c>settings.changed</c>.</exception>
    private static async Task Handle(Request request, MailServer server, ISettings settings, ChangeSettings change, CancellationToken ct)
    {
        if (server.IsConfigured) throw Refusal.Conflict("mail.configured", "The mail server is set in the configuration (Mail:Host). Change it there.");
        var stored = (await settings.Read<MailSettings>(ct)).Value;
        var host = SettingsForm.Line(request.Host, "host", Longest);
        var next = new MailSettings
        {
            Host = host.Length == 0 || Uri.CheckHostName(host) is not UriHostNameType.Unknown ? host : throw Refusal.Invalid("mail.host_invalid", "Write the server's name alone, such as smtp.example.com.", "host"),
            Port = request.Port is > 0 and < 65_536 ? request.Port : throw Refusal.Invalid("mail.port_invalid", "Write the port as a number; 587 is usual.", "port"),
            UseTls = request.UseTls,
            User = SettingsForm.Line(request.User, "user", Longest),
            // A password belongs to the server it was typed for: another one does not get to see it.
            Password = request.Password ?? (host == stored.Host ? stored.Password : ""),
            From = Sender(SettingsForm.Line(request.From, "from", Longest)),
        };
        await change.Handle(new Versioned<MailSettings>(next, request.Version), ct);
    }

    private static string Sender(string address) => address.Length == 0 || (MailAddress.TryCreate(address, out var parsed) && parsed.Address == address)
        ? address
        : throw Refusal.Invalid("mail.sender_invalid", "Write one e-mail address, or leave it empty for the store's own.", "from");
}
