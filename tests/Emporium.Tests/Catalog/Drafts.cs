using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Catalog;

/// <summary>Products for tests, written through the contract's own door.</summary>
internal static class Drafts
{
    public static ProductDraft Of(string slug, string? title = null) => new(
        slug, "ebook", title ?? $"The work {slug}", "A subtitle", "Ida Halbert", "Why to want it.", "## Inside\n\nWords.",
        [new Money(2_900, "EUR"), new Money(3_200, "USD")], [], 7, IssuesLicense: false, DownloadLimit: 5, RefundDays: 30, IsPublished: true);

    public static async Task<ProductId> Put(this TestStore store, ProductDraft draft)
    {
        await using var scope = store.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<IProductEditor>().Put(draft, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }
}
