using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Uploads;

/// <summary>Throws an upload away (tus 1.0.0, termination).</summary>
internal sealed class EndUpload(StoreDb db, PendingUploads pending, Staging staging)
{
    public async Task Handle(UploadId id, CancellationToken ct)
    {
        db.Remove(await pending.Get(id, ct));
        await db.SaveChangesAsync(ct);
        staging.Discard(id);
    }

    public static async Task<NoContent> Endpoint(UploadId upload, EndUpload end, CancellationToken ct)
    {
        await end.Handle(upload, ct);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> Form(ProductId id, UploadId upload, EndUpload end, CancellationToken ct)
    {
        await end.Handle(upload, ct);
        return SeeOther.To($"/admin/products/{id}#files");
    }
}
