using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Desk;

public sealed class MailRoomTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Room = "/admin/settings/mail";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_password_is_stored_unreadable_and_never_shown_again(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        await Name(store, new MailSettings { Host = "smtp.kettle.example", User = "shop", Password = "copper-secret-1" });

        var page = await owner.GetStringAsync(Room, Ct);
        var rows = await store.Do<StoreDb, List<Setting>>(db => db.Set<Setting>().AsNoTracking().ToListAsync(Ct));

        Assert.Contains("smtp.kettle.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("copper-secret-1", page, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.DoesNotContain("copper-secret-1", Encoding.UTF8.GetString(row.Value), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_server_that_does_not_answer_is_named_with_what_to_do(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await Name(store, new MailSettings { Host = "127.0.0.1", Port = port, UseTls = false });

        var answer = await owner.Submit(Room, $"{Room}/test", ("to", "ada@example.org"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Contains($"Nothing answers at 127.0.0.1, port {port}.", page, StringComparison.Ordinal);
        Assert.Null((await store.Do<ISettings, MailSettings>(settings => settings.Get<MailSettings>(Ct).AsTask())).TestedAt);
    }

    [Theory]
    [InlineData(SmtpStatusCode.MailboxUnavailable, "550 relay denied", "refused the sender or the recipient")]
    [InlineData(SmtpStatusCode.MustIssueStartTlsFirst, "530 5.7.0", "wants the connection encrypted")]
    [InlineData(SmtpStatusCode.GeneralFailure, "535 5.7.8 Authentication failed", "does not accept user and password")]
    public void A_servers_refusal_is_said_in_plain_words_beside_its_own(SmtpStatusCode status, string said, string words)
    {
        var verdict = MailTest.Explain(new SmtpException(status, said), new MailOptions { Host = "smtp.kettle.example" });

        Assert.Contains(words, verdict.What, StringComparison.Ordinal);
        Assert.Contains(said, verdict.Said, StringComparison.Ordinal);
        Assert.False(verdict.IsGood);
    }

    [Fact]
    public async Task Where_the_configuration_names_the_server_the_desk_cannot()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "9" });
        await Name(store, new MailSettings { Host = "elsewhere.example" });

        Assert.Equal("127.0.0.1", (await store.Do<MailServer, MailOptions>(server => server.Current(Ct).AsTask())).Host);
    }

    private static Task Name(TestStore store, MailSettings server) => store.Do<IServiceProvider>(async scope =>
    {
        await scope.GetRequiredService<ISettings>().Set(server, Ct);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
    });
}
