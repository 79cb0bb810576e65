using Emporium.Platform.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog.Contracts;

/// <summary>What the store's products are called, for those who choose among them or name them: filters, lists, reports.</summary>
public interface IProductNames
{
    /// <summary>By title, the archived ones too; at most 500.</summary>
    Task<IReadOnlyList<ProductName>> All(CancellationToken ct);

    /// <returns>The title of each that was ever here.</returns>
    Task<IReadOnlyDictionary<ProductId, string>> Titles(IReadOnlyCollection<ProductId> products, CancellationToken ct);

    /// <summary>The products as the filter of a list offers them.</summary>
    static async ValueTask<IReadOnlyList<ListChoice>> Choices(IServiceProvider scope, CancellationToken ct) =>
        [.. (await scope.GetRequiredService<IProductNames>().All(ct)).Select(product => new ListChoice($"{product.Id}", product.Title))];
}

public sealed record ProductName(ProductId Id, string Title);
