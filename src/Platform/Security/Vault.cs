using System.Security.Cryptography;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Caching.Memory;

namespace Emporium.Platform.Security;

/// <summary>
/// Seals what may hold personal data under a key of its subject (an order, a webhook). Shredding the key erases everything sealed
/// under it, in backups too; what is not personal (events, journal) stays.
/// </summary>
public sealed class Vault(StoreDb db, MasterKey master, IMemoryCache recent, TimeProvider clock)
{
    private const string Wrapping = "vault";

    // Long enough for one purchase. Another node that shredded the key is not heard of here.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    /// <summary>Encrypts under the subject's key, which joins the current unit of work where it is new.</summary>
    public async Task<byte[]> Seal(string subject, ReadOnlyMemory<byte> content, CancellationToken ct) =>
        MasterKey.Encrypt(await KeyFor(subject, ct), content.Span);

    /// <returns>The content, or null where the subject's key was shredded.</returns>
    public async Task<byte[]?> Open(string subject, byte[] sealedContent, CancellationToken ct)
    {
        var wrapped = await db.Set<SubjectKey>().AsNoTracking().Where(k => k.Subject == subject).Select(k => k.Wrapped).SingleOrDefaultAsync(ct);
        return wrapped is null ? null : MasterKey.Decrypt(MasterKey.Decrypt(master.Derive(Wrapping), wrapped), sealedContent);
    }

    /// <summary>Makes everything sealed for the subject unreadable, for good.</summary>
    public Task Shred(string subject, CancellationToken ct) => db.Transact(() =>
    {
        // What is sealed from now on gets a new key, instead of one that nobody can look up again.
        db.AfterCommit(() => recent.Remove((typeof(Vault), subject)));
        return db.Set<SubjectKey>().Where(k => k.Subject == subject).ExecuteDeleteAsync(ct);
    }, ct);

    private async Task<byte[]> KeyFor(string subject, CancellationToken ct)
    {
        if (recent.TryGetValue<byte[]>((typeof(Vault), subject), out var known)) return known!;
        var row = db.Set<SubjectKey>().Local.FirstOrDefault(k => k.Subject == subject) ?? await db.Set<SubjectKey>().SingleOrDefaultAsync(k => k.Subject == subject, ct);
        var key = row is null ? RandomNumberGenerator.GetBytes(32) : MasterKey.Decrypt(master.Derive(Wrapping), row.Wrapped);
        if (row is null) db.Add(new SubjectKey { Subject = subject, Wrapped = MasterKey.Encrypt(master.Derive(Wrapping), key), CreatedAt = clock.Now });

        // Not before the commit: a key that was rolled back would seal what nobody can open.
        db.AfterCommit(() => recent.Set((typeof(Vault), subject), key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered }));
        return key;
    }
}

internal sealed class SubjectKey
{
    public required string Subject { get; init; }

    public required byte[] Wrapped { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SubjectKeyTable : IEntityTypeConfiguration<SubjectKey>
{
    public void Configure(EntityTypeBuilder<SubjectKey> builder)
    {
        builder.ToTable("platform_subject_keys");
        builder.HasKey(k => k.Subject);
    }
}
