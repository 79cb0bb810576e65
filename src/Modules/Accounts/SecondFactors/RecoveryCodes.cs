using System.Security.Cryptography;
using System.Text;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SecondFactors;

/// <summary>Ten codes, shown once. New ones replace those before.</summary>
internal sealed class RecoveryCodes(StoreDb db, MasterKey master, TimeProvider clock)
{
    public const int Count = 10;

    // Crockford's letters: none looks like a digit. Ten of them hold 50 bits.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Half = 5;

    /// <summary>Adds new codes to the current unit of work.</summary>
    /// <returns>The codes as they are written down; they are kept nowhere.</returns>
    public async Task<IReadOnlyList<string>> Renew(StaffId member, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.StaffId == member).ToListAsync(ct));
        var codes = Enumerable.Range(0, Count).Select(_ => $"{RandomNumberGenerator.GetString(Letters, Half)}-{RandomNumberGenerator.GetString(Letters, Half)}").ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { StaffId = member, Hash = HashOf(member, code), CreatedAt = clock.Now }));
        return codes;
    }

    /// <summary>Takes a code, durable at once.</summary>
    /// <returns>False where there is none, or it was used.</returns>
    public async Task<bool> Take(StaffId member, string? code, CancellationToken ct)
    {
        var (hash, now) = (HashOf(member, code ?? ""), (DateTimeOffset?)clock.Now);
        return await db.Transact(() => db.Set<RecoveryCode>().Where(c => c.StaffId == member && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct), ct) == 1;
    }

    /// <summary>In the current unit of work.</summary>
    public async Task Remove(StaffId member, CancellationToken ct) => db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.StaffId == member).ToListAsync(ct));

    // As people type them: in capitals, without the hyphen, with an o for a zero.
    private string HashOf(StaffId member, string code)
    {
        var bare = new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c })]);
        return Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("recovery codes"), Encoding.UTF8.GetBytes($"{member} {bare}")));
    }
}
