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
    /// <summary>How many passkeys one person can have.</summary>
    public const int Most = 20;

    private const string Unnamed = "Passkey";

    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    public async Task Put(string holder, UserPasskeyInfo info, CancellationToken ct)
    {
        if (!await Touch(holder, info, ct)) Add(holder, info);
    }

    public void Add(string holder, UserPasskeyInfo info) =>
        db.Add(new Passkey
        {
            CredentialId = IdOf(info.CredentialId),
            Holder = holder,
            Name = info.Name ?? Unnamed,
            PublicKey = info.PublicKey,
            SignCount = info.SignCount,
            Transports = string.Join(',', info.Transports ?? []),
            IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp,
            CreatedAt = clock.Now,
        });

    /// <summary>Notes that it was used, and the state that it told.</summary>
    /// <returns>False where the holder has no such passkey.</returns>
    public async Task<bool> Touch(string holder, UserPasskeyInfo info, CancellationToken ct)
    {
        if (await Held(holder, IdOf(info.CredentialId), ct) is not { } known) return false;
        (known.SignCount, known.IsBackedUp, known.LastUsedAt) = (info.SignCount, info.IsBackedUp, clock.Now);
        return true;
    }

    public async Task<bool> HasRoom(string holder, CancellationToken ct) => await db.Set<Passkey>().CountAsync(p => p.Holder == holder, ct) < Most;

    /// <param name="name">What its owner typed; empty leaves the name as it is.</param>
    /// <exception cref="Refusal"><c>passkey.not_found</c>.</exception>
    public async Task Rename(string holder, string id, string? name, CancellationToken ct)
    {
        var passkey = await Held(holder, id, ct) ?? throw Refusal.NotFound("passkey");
        passkey.Name = Passkey.NameOf(name) ?? passkey.Name;
    }

    /// <exception cref="Refusal"><c>passkey.not_found</c>.</exception>
    public async Task Remove(string holder, string id, CancellationToken ct) => db.Remove(await Held(holder, id, ct) ?? throw Refusal.NotFound("passkey"));

    /// <summary>Takes all of them away, at once and in the caller's transaction.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> Clear(string holder, CancellationToken ct) => db.Set<Passkey>().Where(p => p.Holder == holder).ExecuteDeleteAsync(ct);

    public async Task<IList<UserPasskeyInfo>> Of(string holder, CancellationToken ct) =>
        [.. (await db.Set<Passkey>().AsNoTracking().Where(p => p.Holder == holder).OrderBy(p => p.CreatedAt).ToListAsync(ct)).Select(Write)];

    public async Task<UserPasskeyInfo?> Find(string holder, byte[] credentialId, CancellationToken ct)
    {
        var id = IdOf(credentialId);
        return await db.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == id && p.Holder == holder, ct) is { } passkey ? Write(passkey) : null;
    }

    public async Task<string?> HolderOf(byte[] credentialId, CancellationToken ct)
    {
        var id = IdOf(credentialId);
        return await db.Set<Passkey>().Where(p => p.CredentialId == id).Select(p => p.Holder).SingleOrDefaultAsync(ct);
    }

    private Task<Passkey?> Held(string holder, string id, CancellationToken ct) => db.Set<Passkey>().SingleOrDefaultAsync(p => p.CredentialId == id && p.Holder == holder, ct);

    // Attestation is not asked for, so that there is none to keep.
    private static UserPasskeyInfo Write(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.CredentialId), passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount,
        passkey.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
