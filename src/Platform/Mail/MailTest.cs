using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Emporium.Platform.Settings;

namespace Emporium.Platform.Mail;

/// <summary>What became of a test letter.</summary>
/// <param name="What">What happened, in plain words.</param>
/// <param name="Remedy">What to do; null where the server took the letter.</param>
/// <param name="Said">The server's own words, where it said any.</param>
public sealed record MailVerdict(string What, string? Remedy, string? Said)
{
    public bool IsGood => Remedy is null;
}

/// <summary>Sends a test letter at once, past the outbox, to hear the server's own answer.</summary>
public sealed class MailTest(MailServer server, ISettings settings, TimeProvider clock)
{
    public async Task<MailVerdict> Send(string to, CancellationToken ct)
    {
        var (options, store) = (await server.Current(ct), await settings.Get<StoreProfile>(ct));
        if (!options.IsConfigured) return new("No mail server is known, so nothing was sent.", "Enter a server and save it first.", null);
        var words = $"This is a test letter from {store.Name}. If you can read it, receipts arrive too.";
        var letter = new Letter("mail.test", "mail", "", to, $"A test letter from {store.Name}", $"<p>{System.Net.WebUtility.HtmlEncode(words)}</p>", words);
        try
        {
            await SmtpCarrier.Carry(options, store, MailId.New(clock).ToString(), letter, ct);
            return new($"{options.Host} took the letter to {to}. Look whether it arrives, and whether it landed among the unwanted.", null, null);
        }
        catch (Exception refused) when (!ct.IsCancellationRequested)
        {
            return Explain(refused, options);
        }
    }

    /// <summary>A refusal in words that somebody can act on.</summary>
    internal static MailVerdict Explain(Exception refused, MailOptions server)
    {
        var said = refused is SmtpException { InnerException: { } inner } && refused.Message.StartsWith("Failure sending", StringComparison.Ordinal) ? inner.Message : refused.Message;
        return (refused, refused.InnerException) switch
        {
            (OperationCanceledException, _) => new($"{server.Host} did not answer within 30 seconds.", "Check the port: 587 is usual, and 465 is not spoken here. A firewall may hold it back.", null),
            (_, SocketException or HttpRequestException) => new($"Nothing answers at {server.Host}, port {server.Port}.", "Check the name and the port, and that this machine may reach it.", said),
            (_, AuthenticationException) => new($"{server.Host} could not be trusted: its certificate does not fit.", "Enter the name that stands in the certificate, as your mail provider gives it.", said),
            (SmtpException smtp, _) => Explain(smtp, server, said),
            (FormatException or ArgumentException, _) => new("An address in the letter is no e-mail address.", "Check the sender and the recipient.", said),
            _ => new($"{server.Host} did not take the letter.", "Look at the server's words below, and ask your mail provider about them.", said),
        };
    }

    private static MailVerdict Explain(SmtpException refused, MailOptions server, string said) => refused.StatusCode switch
    {
        SmtpStatusCode.MustIssueStartTlsFirst => new($"{server.Host} wants the connection encrypted.", "Switch encryption on.", said),
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath => new(
            $"{server.Host} refused the sender or the recipient.", "The sender's address must belong to the account. Check it under “Sender”, and that the recipient exists.", said),
        SmtpStatusCode.ClientNotPermitted or SmtpStatusCode.TransactionFailed => new($"{server.Host} does not let this account send.", "Check user and password. Some providers want a password made for programs.", said),
        _ when said.Contains("authentic", StringComparison.OrdinalIgnoreCase) || said.Contains("5.7", StringComparison.Ordinal) => new(
            $"{server.Host} does not accept user and password.", "Type them again. Some providers want a password made for programs.", said),
        _ when said.Contains("secure connection", StringComparison.OrdinalIgnoreCase) => new($"{server.Host} offers no encryption.", "Check the port; 587 is usual. Switch encryption off only for a server on this machine.", said),
        _ => new($"{server.Host} did not take the letter.", "Look at the server's words below, and ask your mail provider about them.", said),
    };
}
