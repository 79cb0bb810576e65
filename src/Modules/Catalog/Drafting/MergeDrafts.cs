using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Drafting;

/// <summary>Takes the choice made field by field into the author's draft, which goes on from there.</summary>
internal sealed class MergeDrafts(StoreDb db, ProductEditor editor, DraftDesk drafts)
{
    public async Task Handle(ProductId id, EditorForm merged, ProductFields.Typed? published, CancellationToken ct)
    {
        var draft = await drafts.Keep(await editor.Read(id, ct), merged.Typed, merged.Edition, merged.Draft, ct);
        if (published is not null) draft.StandOn(merged.Edition, published);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Form(ProductId id, HttpRequest http, MergeDrafts merge, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        if (DraftJson.TryRead(form["theirs"]) is not { } theirs || DraftJson.TryRead(form["yours"]) is not { } yours)
            throw Refusal.Invalid("draft.unreadable", "The two texts did not arrive whole. Open the comparison again; both are kept.");
        var merged = new EditorForm(Difference.Merge(yours, theirs, field => form[$"take-{field}"] == "theirs"), EditorForm.Number(form["edition"]), EditorForm.Number(form["draft"]));
        try
        {
            await merge.Handle(id, merged, form["against"] == ComparePage.Published ? theirs : null, ct);
            return SeeOther.To($"/admin/products/{id}?merged");
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Conflict)
        {
            return ComparePage.Beside(id, merged, ComparePage.OwnDraft);
        }
    }
}
