using System.Security.Cryptography;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Audit;

/// <summary>Walks the whole chain and says where it first breaks.</summary>
internal sealed class AuditCheck(StoreDb db, AuditChain chain, TimeProvider clock) : IDoctorCheck
{
    private const int Batch = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Subject => "audit";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var (number, link) = (0L, AuditChain.Start);
        while (await After(number, ct) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Number != ++number) return [Gap(number)];
                link = chain.Link(link, number, entry);
                if (!CryptographicOperations.FixedTimeEquals(link, entry.Link)) return [Forged(number, entry)];
            }
        }

        var late = clock.Now - Patience;
        return await db.Set<AuditEntry>().AnyAsync(e => e.Number == null && e.At < late, ct)
            ? [Whole(number, link), Finding.Poor("Entries wait for their link for more than a quarter of an hour.", "Look at the job platform.chain-audit on the desk under Jobs; it runs while the store does.")]
            : [Whole(number, link)];
    }

    private Task<List<AuditEntry>> After(long number, CancellationToken ct) =>
        db.Set<AuditEntry>().AsNoTracking().Where(e => e.Number > number).OrderBy(e => e.Number).Take(Batch).ToListAsync(ct);

    private static Finding Whole(long number, byte[] link) => Finding.Good(number == 0
        ? "The audit log is empty."
        : $"The audit log is whole: {number} entries, head {Convert.ToHexStringLower(link)}.");

    private static Finding Gap(long number) => Finding.Broken(
        $"The audit log breaks at entry {number}: it is missing.", "Somebody removed it from the database. Compare with a backup, and with the heads in the program's log.");

    private static Finding Forged(long number, AuditEntry entry) => Finding.Broken(
        $"The audit log breaks at entry {number} ({entry.Id}): it, or the one before it, is not what was written.",
        "Somebody changed the database, or the master key is another one. Compare with a backup, and with the heads in the program's log.");
}
