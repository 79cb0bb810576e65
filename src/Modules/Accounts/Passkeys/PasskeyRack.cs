using System.Buffers.Text;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Passkeys;

/// <summary>
/// Where passkeys hang, whoever holds them: what an <see cref="IUserPasskeyStore{TUser}"/> of staff or of buyers asks, in the words of
/// Identity. Nothing is saved here.
/// </summary>
internal sealed class PasskeyRack(StoreDb db, TimeProvider clock)
{
    private const string Unnamed = "Passkey";

    public async Task Put(string holder, UserPasskeyInfo info, CancellationToken ct)
    {
        var id = Base64Url.EncodeToString(info.CredentialId);
        if (await db.Set<Passkey>().SingleOrDefaultAsync(p => p.CredentialId == id, ct) is { } known)
        {
            (known.SignCount, known.IsBackedUp, known.LastUsedAt) = (info.SignCount, info.IsBackedUp, clock.Now);
            return;
        }
        db.Add(new Passkey
        {
            CredentialId = id,
            Holder = holder,
            Name = info.Name ?? Unnamed,
            PublicKey = info.PublicKey,
            SignCount = info.SignCount,
            Transports = string.Join(',', info.Transports ?? []),
            IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp,
            CreatedAt = clock.Now,
        });
    }

    public async Task<IList<UserPasskeyInfo>> Of(string holder, CancellationToken ct) =>
        [.. (await db.Set<Passkey>().AsNoTracking().Where(p => p.Holder == holder).OrderBy(p => p.CreatedAt).ToListAsync(ct)).Select(Write)];

    public async Task<UserPasskeyInfo?> Find(string holder, byte[] credentialId, CancellationToken ct)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await db.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == id && p.Holder == holder, ct) is { } passkey ? Write(passkey) : null;
    }

    public async Task<string?> HolderOf(byte[] credentialId, CancellationToken ct)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await db.Set<Passkey>().Where(p => p.CredentialId == id).Select(p => p.Holder).SingleOrDefaultAsync(ct);
    }

    public async Task Remove(string holder, byte[] credentialId, CancellationToken ct)
    {
        var id = Base64Url.EncodeToString(credentialId);
        if (await db.Set<Passkey>().SingleOrDefaultAsync(p => p.CredentialId == id && p.Holder == holder, ct) is { } passkey) db.Remove(passkey);
    }

    // Attestation is not asked for, so that there is none to keep.
    private static UserPasskeyInfo Write(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.CredentialId), passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount,
        passkey.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
