using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Desk.Bulk;

/// <summary>Changes the prices of several products by an amount or a percentage: first shown, then applied as it was shown.</summary>
internal sealed class ChangePrices(StoreDb db, ProductEditor editor)
{
    private const int MostProducts = 200;

    /// <param name="Product">Which, and the version at which the new price was looked at.</param>
    /// <param name="After">Null where the step leads below zero or too high: it stays as it is.</param>
    public sealed record Line(ProductId Product, string Title, int Version, Money Before, Money? After);

    /// <param name="By"><c>percent</c> or <c>amount</c>.</param>
    /// <param name="Value">10, or -2.50.</param>
    /// <param name="Seen">The versions that a look at the result answered; needed to apply it, left out to look.</param>
    public sealed record Request(
        [property: Required, MaxLength(MostProducts)] IReadOnlyList<ProductId> Products, [property: Required] string Currency, [property: Required] string By, [property: Required] string Value,
        IReadOnlyDictionary<ProductId, int>? Seen = null);

    public sealed record Answer(bool IsApplied, IReadOnlyList<Line> Lines);

    /// <summary>What would come of it; products without a price in the currency are left out.</summary>
    public async Task<IReadOnlyList<Line>> Look(IReadOnlyList<ProductId> ids, PriceStep step, CancellationToken ct)
    {
        if (ids.Count > MostProducts) throw Refusal.Invalid("price.products_too_many", $"Change at most {MostProducts} products at once.", "products");
        var rows = await db.Set<Product>().AsNoTracking().Where(p => ids.Contains(p.Id))
            .Join(db.Set<Price>().Where(price => price.Currency == step.Currency), p => p.Id, price => price.ProductId, (p, price) => new { p.Id, p.Version, price.AmountMinor })
            .Join(db.Set<ProductText>().Where(t => t.Language == ProductText.StoreLanguage), p => p.Id, t => t.ProductId, (p, t) => new { p.Id, p.Version, p.AmountMinor, t.Title })
            .OrderBy(row => row.Title).ToListAsync(ct);
        return [.. rows.Select(row => new Line(row.Id, row.Title, row.Version, new(row.AmountMinor, step.Currency), step.Of(new(row.AmountMinor, step.Currency))))];
    }

    /// <exception cref="Refusal"><c>product.changed</c>: one of them is another than was looked at; nothing was changed.</exception>
    public async Task<IReadOnlyList<Line>> Apply(IReadOnlyDictionary<ProductId, int> seen, PriceStep step, CancellationToken ct)
    {
        var lines = await Look([.. seen.Keys], step, ct);
        foreach (var line in lines)
        {
            if (line.Version != seen[line.Product]) throw Refusal.Conflict("product.changed", $"“{line.Title}” was changed since you looked. Look at the new prices once more; nothing was changed.");
            if (line.After is { } after) await editor.Reprice(await editor.Get(line.Product, ct), after, ct);
        }
        await db.SaveChangesAsync(ct);
        return lines;
    }

    public static async Task<Ok<Answer>> Endpoint(Request request, ChangePrices change, CancellationToken ct)
    {
        var step = PriceStep.Read(request.Currency, request.By, request.Value);
        return TypedResults.Ok(request.Seen is { } seen
            ? new Answer(true, await change.Apply(seen.Where(s => request.Products.Contains(s.Key)).ToDictionary(), step, ct))
            : new Answer(false, await change.Look(request.Products, step, ct)));
    }

    public static async Task<IResult> Form(HttpRequest http, ChangePrices change, Flash flash, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        var seen = form["seen"].OfType<string>().Select(Seen).OfType<(ProductId Id, int Version)>().ToDictionary(s => s.Id, s => s.Version);
        try
        {
            var lines = await change.Apply(seen, PriceStep.Read(form["currency"].ToString(), form["by"].ToString(), form["value"].ToString()), ct);
            var changed = lines.Count(l => l.After is not null);
            flash.Say(http.HttpContext, changed == 1 ? "One price changed." : $"{changed} prices changed.");
            return SeeOther.To("/admin/products");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<PricesPage>(new { Refused = refusal, Chosen = string.Join(' ', seen.Keys) }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    private static (ProductId Id, int Version)? Seen(string text) =>
        text.Split('.') is [var id, var version] && ProductId.TryParse(id, null, out var product) && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (product, number)
            : null;
}
