using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Drafting;

/// <summary>Keeps what somebody has typed so far, beside the published text. Nothing in it is checked yet: half a price is kept too.</summary>
internal sealed class SaveDraft(StoreDb db, ProductEditor editor, DraftDesk drafts)
{
    /// <summary>Longer than all fields at their longest together.</summary>
    private const int MostCharacters = 80_000;

    public sealed record Request(ProductFields.Typed Fields, int Edition, int Version = 0);

    /// <exception cref="Refusal"><c>draft.changed</c>, <c>draft.too_long</c>, <c>product.not_found</c>.</exception>
    public async Task<DraftAnswer> Handle(ProductId id, Request request, CancellationToken ct)
    {
        if (DraftJson.Write(request.Fields).Length > MostCharacters) throw Refusal.Invalid("draft.too_long", "This is more text than a product holds. Shorten the description.", "description");
        var product = await editor.Read(id, ct);
        var (published, draft) = (ProductFields.Typed.Of(product), await drafts.Mine(id, ct));
        if (draft is not null || EditorField.Changed(published, request.Fields).Count > 0)
        {
            draft = await drafts.Keep(product, request.Fields, request.Edition, request.Version, ct);
            await db.SaveChangesAsync(ct);
        }
        return DraftAnswer.Of(product, published, draft, await drafts.Others(id, ct));
    }

    public static async Task<Ok<DraftAnswer>> Endpoint(ProductId id, Request request, SaveDraft save, CancellationToken ct) =>
        TypedResults.Ok(await save.Handle(id, request, ct));

    /// <summary>For the page's own script, which saves as one types, and for the button.</summary>
    public static async Task<IResult> Form(ProductId id, HttpRequest http, SaveDraft save, CancellationToken ct)
    {
        var fields = await http.ReadFormAsync(ct);
        var form = EditorForm.Read(fields);
        try
        {
            var saved = await save.Handle(id, new(form.Typed, form.Edition, form.Draft), ct);
            if (!http.WantsPage()) return TypedResults.Ok(saved);
            return SeeOther.To(fields["next"] == "preview" ? $"/admin/products/{id}/preview" : $"/admin/products/{id}?kept");
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Conflict && http.WantsPage())
        {
            return ComparePage.Beside(id, form, ComparePage.OwnDraft);
        }
    }
}
