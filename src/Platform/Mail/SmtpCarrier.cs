using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using Emporium.Platform.Settings;

namespace Emporium.Platform.Mail;

/// <summary>Takes one letter to a mail server.</summary>
internal static class SmtpCarrier
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <param name="name">Unique, for the Message-ID: a letter that is carried twice is seen to be one.</param>
    /// <exception cref="SmtpException">The server's refusal.</exception>
    public static async Task Carry(MailOptions server, StoreProfile store, string name, Letter letter, CancellationToken ct)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.UseTls };
        if (server.User is { } user) client.Credentials = new NetworkCredential(user, server.Password);
        var from = server.From ?? store.SupportEmail;
        using var message = new MailMessage(new MailAddress(from, store.Name), new MailAddress(letter.To)) { Subject = letter.Subject, Body = letter.Text };
        message.Headers["Message-ID"] = $"<{name}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (letter.UnsubscribeUrl is { } url) (message.Headers["List-Unsubscribe"], message.Headers["List-Unsubscribe-Post"]) = ($"<{url}>", "List-Unsubscribe=One-Click");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, null, MediaTypeNames.Text.Html));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Silence);
        await client.SendMailAsync(message, patience.Token);
    }
}
