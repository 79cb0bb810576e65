using System.Globalization;
using Emporium.Accounts.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Staff;

internal sealed partial class StaffStore : IUserPasskeyStore<StaffMember>
{
    public Task AddOrUpdatePasskeyAsync(StaffMember user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => passkeys.Put(user.Id.ToString(), passkey, cancellationToken);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken cancellationToken) => passkeys.Of(user.Id.ToString(), cancellationToken);

    public async Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.HolderOf(credentialId, cancellationToken) is { } holder && StaffId.TryParse(holder, CultureInfo.InvariantCulture, out var id) ? await FindByIdAsync(id.ToString(), cancellationToken) : null;

    public Task<UserPasskeyInfo?> FindPasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) => passkeys.Find(user.Id.ToString(), credentialId, cancellationToken);

    public Task RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) => passkeys.Remove(user.Id.ToString(), credentialId, cancellationToken);
}
