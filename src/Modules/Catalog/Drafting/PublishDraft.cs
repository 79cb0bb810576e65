using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Drafting;

/// <summary>Makes what was written the published text, unless somebody else published since it was begun: then both stand side by side first.</summary>
internal sealed class PublishDraft(StoreDb db, ProductEditor editor, DraftDesk drafts)
{
    /// <param name="Version">Of the draft that is meant.</param>
    public sealed record Request(int Version);

    /// <exception cref="Refusal"><c>product.changed</c>; <c>product.…</c> with the field at fault.</exception>
    public async Task<ProductAnswer> Handle(ProductId id, ProductFields.Typed typed, int edition, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        if (product.Edition != edition) throw Refusal.Conflict("product.changed", "Somebody else published this product while you were writing. Compare the two; nothing of either is lost.");
        await editor.Write(product, typed.Request().Draft(product.CurrentFiles), typed.IsUnlisted ? ProductStatus.Unlisted : ProductStatus.Published, ct);
        await drafts.Discard(id, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    public static async Task<Ok<ProductAnswer>> Endpoint(ProductId id, Request request, PublishDraft publish, DraftDesk drafts, CancellationToken ct)
    {
        var draft = await drafts.Mine(id, ct) ?? throw Refusal.NotFound("draft");
        if (draft.Version != request.Version) throw Refusal.Conflict("draft.changed", "The draft was saved again since this version. Read it, and publish what it says now.");
        return TypedResults.Ok(await publish.Handle(id, draft.Typed, draft.Basis, ct));
    }

    public static async Task<IResult> Form(ProductId id, HttpRequest http, PublishDraft publish, SaveDraft save, DraftDesk drafts, CancellationToken ct)
    {
        var form = EditorForm.Read(await http.ReadFormAsync(ct));
        if (await drafts.Mine(id, ct) is { } kept && kept.Version != form.Draft) return ComparePage.Beside(id, form, ComparePage.OwnDraft);
        try
        {
            await publish.Handle(id, form.Typed, form.Edition, ct);
            return SeeOther.To($"/admin/products/{id}?published");
        }
        catch (Refusal refusal) when (refusal.Code is "product.changed")
        {
            // Kept first: closing the page that compares loses nothing either.
            await save.Handle(id, new(form.Typed, form.Edition, form.Draft), ct);
            return SeeOther.To($"/admin/products/{id}/compare");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal, form);
        }
    }
}
