using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Mail;

/// <summary>Takes queued letters to the mail server. A crash between the server's yes and our note sends a letter twice, under the same Message-ID; none is lost.</summary>
internal sealed partial class Postman(IServiceScopeFactory scopes, MailOptions options, Leases leases, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private const int Patience = 12;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim bell = new(0);

    public void Wake()
    {
        if (bell.CurrentCount == 0) bell.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsConfigured) return;
        Leases.Held? held = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                held = await leases.Take("mail", held, stoppingToken);
                if (held is not null && await Round(stoppingToken)) continue;
                await bell.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                LogTrouble(log, trouble);
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
    }

    private async Task<bool> Round(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var now = clock.Now;
        var mails = await db.Set<StoredMail>().Where(m => m.Status == MailStatus.Queued && m.DueAt <= now).OrderBy(m => m.DueAt).Take(20).ToListAsync(ct);
        foreach (var mail in mails.Where(_ => !ct.IsCancellationRequested))
        {
            if (!await IsMine(db, mail, ct)) continue;
            await Send(mail, scope.ServiceProvider, ct);
            await db.SaveChangesAsync(ct);
        }
        return mails.Count > 0;
    }

    // A slow server outlives the lease: whoever moves the letter ahead first is the one who sends it.
    private Task<bool> IsMine(StoreDb db, StoredMail mail, CancellationToken ct)
    {
        var (id, due, claimed) = (mail.Id, mail.DueAt, clock.Now + Claim);
        return db.Transact(async () => await db.Set<StoredMail>().Where(m => m.Id == id && m.Status == MailStatus.Queued && m.DueAt == due)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, claimed), ct) == 1, ct);
    }

    private async Task Send(StoredMail mail, IServiceProvider services, CancellationToken ct)
    {
        mail.Attempts++;
        try
        {
            if (await services.GetRequiredService<Vault>().Open(mail.About, mail.Letter, ct) is { } opened)
            {
                var profile = await services.GetRequiredService<ISettings>().Get<StoreProfile>(ct);
                await Send(mail.Id, JsonSerializer.Deserialize<Letter>(opened, Json.Options)!, profile, ct);
            }
            (mail.Status, mail.SentAt, mail.Error) = (MailStatus.Sent, clock.Now, null);
        }
        catch (Exception refused) when (!ct.IsCancellationRequested)
        {
            mail.Error = refused.Message;
            mail.DueAt = clock.Now + TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(3, mail.Attempts), 6 * 3600));
            if (mail.Attempts >= Patience || refused is FormatException or ArgumentException) mail.Status = MailStatus.Failed;
            LogRefused(log, refused, mail.Id, mail.Attempts);
        }
    }

    private async Task Send(MailId id, Letter letter, StoreProfile profile, CancellationToken ct)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseTls };
        if (options.User is { } user) client.Credentials = new NetworkCredential(user, options.Password);
        var from = options.From ?? profile.SupportEmail;
        using var message = new MailMessage(new MailAddress(from, profile.Name), new MailAddress(letter.To)) { Subject = letter.Subject, Body = letter.Text };
        message.Headers["Message-ID"] = $"<{id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (letter.UnsubscribeUrl is { } url) (message.Headers["List-Unsubscribe"], message.Headers["List-Unsubscribe-Post"]) = ($"<{url}>", "List-Unsubscribe=One-Click");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, null, MediaTypeNames.Text.Html));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Silence);
        await client.SendMailAsync(message, patience.Token);
    }

    [LoggerMessage(LogLevel.Warning, "The mail server did not take {MailId} (attempt {Attempt}); it will be tried again.")]
    private static partial void LogRefused(ILogger log, Exception exception, MailId mailId, int attempt);

    [LoggerMessage(LogLevel.Error, "Mail could not be worked on; it tries again.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
