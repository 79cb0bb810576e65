using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Passkeys;

/// <summary>
/// What Identity's managers ask of a store about passkeys, the same for every kind of person: they hang on the rack under a prefixed id, which
/// is also what the device keeps as its user. A kind that has nothing but passkeys says how it is found, and no more.
/// </summary>
internal abstract class PasskeyHolders<TUser>(PasskeyRack passkeys) : IUserPasskeyStore<TUser> where TUser : class
{
    /// <summary>Null for the id of another kind of person, too.</summary>
    public abstract Task<TUser?> FindByIdAsync(string userId, CancellationToken cancellationToken);

    public Task AddOrUpdatePasskeyAsync(TUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => passkeys.Put(IdOf(user), passkey, cancellationToken);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(TUser user, CancellationToken cancellationToken) => passkeys.Of(IdOf(user), cancellationToken);

    public async Task<TUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.HolderOf(credentialId, cancellationToken) is { } holder ? await FindByIdAsync(holder, cancellationToken) : null;

    public Task<UserPasskeyInfo?> FindPasskeyAsync(TUser user, byte[] credentialId, CancellationToken cancellationToken) => passkeys.Find(IdOf(user), credentialId, cancellationToken);

    public Task RemovePasskeyAsync(TUser user, byte[] credentialId, CancellationToken cancellationToken) => passkeys.Remove(IdOf(user), PasskeyRack.IdOf(credentialId), cancellationToken);

    public Task<string> GetUserIdAsync(TUser user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user));

    public virtual Task<TUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task<IdentityResult> CreateAsync(TUser user, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task<IdentityResult> UpdateAsync(TUser user, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task<IdentityResult> DeleteAsync(TUser user, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task<string?> GetUserNameAsync(TUser user, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task<string?> GetNormalizedUserNameAsync(TUser user, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task SetUserNameAsync(TUser user, string? userName, CancellationToken cancellationToken) => throw Unasked();

    public virtual Task SetNormalizedUserNameAsync(TUser user, string? normalizedName, CancellationToken cancellationToken) => throw Unasked();

    public void Dispose() { }

    /// <summary>The prefixed id.</summary>
    protected abstract string IdOf(TUser user);

    private static NotSupportedException Unasked() => new("Identity keeps passkeys for this kind of person, and nothing else.");
}
