using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Drafting;

/// <summary>Throws away what the author has not published. What visitors see stays as it is.</summary>
internal sealed class DiscardDraft(StoreDb db, DraftDesk drafts)
{
    public async Task Handle(ProductId id, CancellationToken ct)
    {
        await drafts.Discard(id, ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<NoContent> Endpoint(ProductId id, DiscardDraft discard, CancellationToken ct)
    {
        await discard.Handle(id, ct);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> Form(ProductId id, DiscardDraft discard, CancellationToken ct)
    {
        await discard.Handle(id, ct);
        return SeeOther.To($"/admin/products/{id}?discarded");
    }
}
