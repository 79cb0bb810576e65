using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Deletes an endpoint with its log, and shreds the key of its secrets. What happened stays in the log of facts.</summary>
internal sealed class DeleteEndpoint(StoreDb db, Subscribers subscribers, Vault vault)
{
    public Task Handle(EndpointId id, CancellationToken ct) => db.Transact(async () =>
    {
        db.Remove(await db.FindEndpoint(id, ct));
        await subscribers.Changed(db, ct);
        await db.Set<Message>().Where(m => m.EndpointId == id).ExecuteDeleteAsync(ct);
        await vault.Shred(id.ToString(), ct);
        await db.SaveChangesAsync(ct);
    }, ct);

    public static async Task<NoContent> Endpoint(EndpointId id, DeleteEndpoint delete, CancellationToken ct)
    {
        await delete.Handle(id, ct);
        return TypedResults.NoContent();
    }

    public static async Task<SeeOther> Form(EndpointId id, DeleteEndpoint delete, CancellationToken ct)
    {
        await delete.Handle(id, ct);
        return SeeOther.To("/admin/settings/webhooks");
    }
}
