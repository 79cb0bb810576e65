using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Drafting;

/// <summary>Finds and keeps drafts, in the current unit of work. The caller saves.</summary>
internal sealed class DraftDesk(StoreDb db, CurrentAuthor author, TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>The current author's own; null where they wrote nothing.</summary>
    public async Task<Draft?> Mine(ProductId product, CancellationToken ct) => await db.Set<Draft>().FindAsync([product, author.Read().Id], ct);

    /// <summary>What colleagues wrote and did not publish, within the last week.</summary>
    public async Task<IReadOnlyList<Draft>> Others(ProductId product, CancellationToken ct)
    {
        var (me, since) = (author.Read().Id, clock.Now - Recent);
        return await db.Set<Draft>().AsNoTracking().Where(d => d.ProductId == product && d.Editor != me && d.SavedAt > since).OrderBy(d => d.Editor).ToListAsync(ct);
    }

    /// <summary>Keeps what the author has typed.</summary>
    /// <param name="edition">Of the product when the page was opened; matters for the first save only.</param>
    /// <param name="version">Of the draft that the page shows; 0 for none.</param>
    /// <exception cref="Refusal"><c>draft.changed</c>: the same author went on writing in another window.</exception>
    public async Task<Draft> Keep(Product product, ProductFields.Typed typed, int edition, int version, CancellationToken ct)
    {
        var draft = await Mine(product.Id, ct);
        if (version != (draft?.Version ?? 0)) throw Refusal.Conflict("draft.changed", "You went on writing in another window. Compare the two and keep what you want of each.");
        if (draft is null)
        {
            var me = author.Read();
            draft = new Draft { ProductId = product.Id, Editor = me.Id, EditorName = me.Name };
            draft.StandOn(edition, edition == product.Edition ? ProductFields.Typed.Of(product) : null);
            db.Add(draft);
        }
        draft.EditorName = author.Read().Name;
        draft.Save(typed, clock.Now);
        return draft;
    }

    /// <summary>Throws the author's draft away, where there is one.</summary>
    public async Task Discard(ProductId product, CancellationToken ct)
    {
        if (await Mine(product, ct) is { } draft) db.Remove(draft);
    }
}
