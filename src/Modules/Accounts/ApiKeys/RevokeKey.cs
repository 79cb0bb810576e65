using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.ApiKeys;

/// <summary>Ends a key at once. Anybody who looks after keys may do it, whatever the key can do: a leak does not wait for the owner.</summary>
internal sealed class RevokeKey(StoreDb db, KeyBook keys, TimeProvider clock)
{
    /// <exception cref="Refusal"><c>api_key.not_found</c>.</exception>
    public async Task Handle(ApiKeyId id, CancellationToken ct)
    {
        (await keys.Find(id, ct)).Revoke(clock.Now);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<SeeOther> Page(ApiKeyId id, RevokeKey revoke, CancellationToken ct)
    {
        await revoke.Handle(id, ct);
        return SeeOther.To(KeysPage.Address);
    }

    public static async Task<NoContent> Endpoint(ApiKeyId id, RevokeKey revoke, CancellationToken ct)
    {
        await revoke.Handle(id, ct);
        return TypedResults.NoContent();
    }
}
