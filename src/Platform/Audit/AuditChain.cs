using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Audit;

/// <summary>
/// Links the entries: each link is HMAC-SHA256 over the link before it and the whole entry, under a key derived from the master key. Who can
/// write to the database but does not hold the key can neither change, remove nor insert an entry unseen.
/// </summary>
internal sealed class AuditChain(MasterKey master)
{
    public static readonly byte[] Start = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>The link of an entry at its place.</summary>
    public byte[] Link(byte[] before, long number, AuditEntry entry)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, master.Derive("audit chain"));
        mac.AppendData(before);
        Append(mac, number);
        mac.AppendData(entry.Id.Value.ToByteArray(bigEndian: true));
        Append(mac, Cursor.At(entry.At, entry.Id.Value).Sort);
        foreach (var text in new[] { entry.Actor, entry.Action, entry.Meaning, entry.Subject, entry.Outcome, entry.Changes, entry.RequestId }) Append(mac, text);
        return mac.GetHashAndReset();
    }

    public static Task<AuditEntry?> Head(StoreDb db, CancellationToken ct) =>
        db.Set<AuditEntry>().AsNoTracking().Where(e => e.Number != null).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);

    private static void Append(IncrementalHash mac, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        mac.AppendData(bytes);
    }

    // With its length in front, so that no two rows of texts are the same bytes.
    private static void Append(IncrementalHash mac, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(mac, bytes.Length);
        mac.AppendData(bytes);
    }
}
