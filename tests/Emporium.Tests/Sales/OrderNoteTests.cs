using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Sales.Orders;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Sales;

/// <summary>What the staff writes to each other on an order.</summary>
public sealed partial class OrderNoteTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_note_is_everybodys_to_read_and_its_authors_to_change(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        using var ida = await store.Owner();
        using var max = await store.Member("support");
        var page = $"/admin/orders/{id}";

        await ida.Submit(page, $"{page}/notes", ("text", "Called: wants another format."));
        var note = Note().Match(await ida.Page(page)).Value;
        Assert.Contains("Called: wants another format.", await max.Page(page), StringComparison.Ordinal);
        Assert.DoesNotMatch(Note(), await max.Page(page));

        Assert.Equal(HttpStatusCode.Forbidden, (await max.Submit(page, note, ("text", "Nonsense"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await max.Submit(page, $"{note}/delete")).StatusCode);
        await ida.Submit(page, note, ("text", "Called again."));
        Assert.Contains("Called again.", await max.Page(page), StringComparison.Ordinal);
        await ida.Submit(page, $"{note}/delete");
        Assert.DoesNotContain("Called again.", await max.Page(page), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_note_is_in_nothing_that_the_buyer_gets_and_goes_when_the_buyer_is_erased(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, token) = await store.Bought(await store.Product());
        using var ida = await store.Owner();
        await ida.Submit($"/admin/orders/{id}", $"/admin/orders/{id}/notes", ("text", "Ada is a difficult one."));

        await store.Do<IServiceProvider>(async scope =>
        {
            foreach (var records in scope.GetServices<IPersonalData>())
                Assert.DoesNotContain("difficult", JsonSerializer.Serialize(await records.Export("ada@example.org", Ct), Json.Options), StringComparison.Ordinal);
        });
        using var buyer = store.Visitor();
        Assert.DoesNotContain("difficult", await buyer.Page($"/orders/{id}/thanks?token={token}"), StringComparison.Ordinal);

        await store.Do<IServiceProvider>(async scope =>
        {
            foreach (var records in scope.GetServices<IPersonalData>()) await records.Erase("ada@example.org", Ct);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
        });
        Assert.False(await store.Do<StoreDb, bool>(db => db.Set<OrderNote>().AnyAsync(n => n.OrderId == id, Ct)));
    }

    [GeneratedRegex("/admin/orders/ord_[0-9a-z]+/notes/not_[0-9a-z]+")]
    private static partial Regex Note();
}
