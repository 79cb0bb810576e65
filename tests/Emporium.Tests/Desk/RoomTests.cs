using System.Net;
using Emporium.Platform.Backups;
using Emporium.Platform.Data;
using Emporium.Platform.Settings;
using Emporium.Tests.Accounts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Desk;

public sealed class RoomTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_payments_room_says_who_takes_the_money_and_shows_no_key(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var page = await owner.Page("/admin/settings/payments");
        var answer = await owner.Submit("/admin/settings/payments", "/admin/settings/payments/stripe/test");

        Assert.Contains($"{store.Url}/webhooks/stripe", page, StringComparison.Ordinal);
        Assert.Matches("sk_test_…[0-9a-f]{4}", page);
        Assert.Contains("Stripe answers, and knows the test key.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_storage_room_writes_a_file_and_reads_it_back()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        var answer = await owner.Submit("/admin/settings/storage", "/admin/settings/storage/test");

        Assert.Contains("A file can be written and read back.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_hour_crosses_out_what_is_done_and_goes_when_it_is_put_away()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        var before = await owner.Page("/admin");
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<ISettings>().Set(new SellerIdentity { LegalName = "Ida Halbert", Address = "Quay 1", Country = "PT" }, Ct);
            await scope.GetRequiredService<ISettings>().Set(new BackupSettings { LastAt = store.Clock.GetUtcNow() }, Ct);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
        });
        var after = await owner.Page("/admin");
        await owner.Submit("/admin", "/admin/setup");

        Assert.Contains("<a href=\"/admin/settings/store\">Say who sells here</a>", before, StringComparison.Ordinal);
        Assert.Contains("Say who sells here<span class=\"visually-hidden\">, done</span>", after, StringComparison.Ordinal);
        Assert.Contains("Make a backup<span class=\"visually-hidden\">, done</span>", after, StringComparison.Ordinal);
        Assert.Contains(">Protect your account with a second step</a>", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The first hour", await owner.Page("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_of_ones_own_must_be_a_picture()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        var page = await owner.GetStringAsync("/admin/settings/store", Ct);
        const string mark = "name=\"__RequestVerificationToken\" value=\"";
        var start = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        using var lie = new ByteArrayContent("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray());
        lie.Headers.ContentType = new("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page[start..page.IndexOf('"', start)]), "__RequestVerificationToken" },
            { new StringContent("arch"), "shape" }, { new StringContent("#14213d"), "ink" }, { new StringContent("0"), "version" }, { lie, "file", "logo.png" },
        };
        using var answer = await owner.PostAsync("/admin/settings/store/mark", form, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This is no PNG picture.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }
}
