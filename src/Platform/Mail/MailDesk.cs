using System.Security.Claims;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Mail;

/// <summary>What the desk shows of the mail that left or waits.</summary>
public interface IMailDesk
{
    /// <summary>All of them, for lists that filter and sort in the database.</summary>
    IQueryable<MailSummary> All { get; }

    /// <summary>Every letter about a subject, oldest first.</summary>
    Task<IReadOnlyList<MailSummary>> About(string subject, CancellationToken ct);

    /// <summary>The letter itself; null where there is none, or it was erased.</summary>
    Task<Letter?> Open(MailId id, CancellationToken ct);

    /// <summary>What somebody at the desk may read of it: the text of a <see cref="SecretLetter"/> is an owner's alone.</summary>
    Task<Letter?> OpenFor(ClaimsPrincipal reader, MailId id, CancellationToken ct);

    /// <summary>Queues the letter once more and saves.</summary>
    /// <exception cref="Refusal"><c>mail.not_found</c>.</exception>
    Task Resend(MailId id, CancellationToken ct);
}

/// <summary>A letter without its content.</summary>
public sealed record MailSummary
{
    public MailId Id { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>The kind as people read it: <c>order.receipt</c> is an order receipt.</summary>
    public string Name => Kind.Replace('.', ' ').Replace('_', ' ');

    public string About { get; init; } = "";

    public MailStatus Status { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The server's last refusal.</summary>
    public string? Error { get; init; }
}

internal sealed class MailDesk(StoreDb db, Vault vault, MailServer server, Postman postman, IEnumerable<SecretLetter> secrets, TimeProvider clock) : IMailDesk
{
    public IQueryable<MailSummary> All => db.Set<StoredMail>().AsNoTracking()
        .Select(m => new MailSummary { Id = m.Id, Kind = m.Kind, About = m.About, Status = m.Status, Attempts = m.Attempts, CreatedAt = m.CreatedAt, SentAt = m.SentAt, Error = m.Error });

    public async Task<IReadOnlyList<MailSummary>> About(string subject, CancellationToken ct) =>
        await All.Where(m => m.About == subject).OrderBy(m => m.CreatedAt).ToListAsync(ct);

    public async Task<Letter?> Open(MailId id, CancellationToken ct) =>
        await db.Set<StoredMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } mail && await vault.Open(mail.About, mail.Letter, ct) is { } letter
            ? JsonSerializer.Deserialize<Letter>(letter, Json.Options)
            : null;

    public async Task<Letter?> OpenFor(ClaimsPrincipal reader, MailId id, CancellationToken ct) =>
        await Open(id, ct) is not { } letter ? null : reader.May(Permission.Everything) || secrets.All(s => s.Kind != letter.Kind) ? letter : SecretLetter.Veil(letter);

    public async Task Resend(MailId id, CancellationToken ct)
    {
        var mail = await db.Set<StoredMail>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw Refusal.NotFound("mail");
        (mail.Status, mail.Attempts, mail.DueAt) = ((await server.Current(ct)).IsConfigured ? MailStatus.Queued : MailStatus.Kept, 0, clock.Now);
        db.AfterCommit(postman.Wake);
        await db.SaveChangesAsync(ct);
    }
}
