using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Desk.Bulk;

/// <summary>Brings several products to a state in one step: all of them, or, where one refuses, none.</summary>
internal sealed class ChangeMany(StoreDb db, ProductEditor editor)
{
    /// <returns>How many changed.</returns>
    /// <exception cref="Refusal">What one product refuses, with its title in front.</exception>
    public async Task<int> Handle(IReadOnlyList<ProductId> ids, ProductStatus status, CancellationToken ct)
    {
        var changed = 0;
        foreach (var id in ids)
        {
            var product = await editor.Get(id, ct);
            if (product.Status == status) continue;
            await Settle(product, status, ct);
            changed++;
        }
        await db.SaveChangesAsync(ct);
        return changed;
    }

    private async Task Settle(Product product, ProductStatus status, CancellationToken ct)
    {
        try
        {
            if (status is ProductStatus.Published or ProductStatus.Unlisted) product.DemandDescribed();
            await editor.Settle(product, status, ct);
        }
        catch (Refusal refusal)
        {
            throw new Refusal(refusal.Kind, refusal.Code, $"“{product.Text(ProductText.StoreLanguage).Title}”: {refusal.Message} Nothing was changed.");
        }
    }
}
