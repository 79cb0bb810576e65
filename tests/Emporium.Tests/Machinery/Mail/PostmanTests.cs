using System.Net;
using System.Net.Sockets;
using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;

namespace Emporium.Tests.Machinery.Mail;

/// <summary>Letters on their way to a mail server, played by a socket.</summary>
public sealed class PostmanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_leaves_after_its_unit_of_work_is_saved(TestDatabase database)
    {
        await using var server = new MailServer();
        await using var store = await Open(database, server);
        var mail = await Post(store, "receipt:1");

        await TestStore.Until(() => Task.FromResult(server.Letters.Count == 1));

        Assert.Contains("To: ada@example.org", server.Letters[0], StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{mail}@", server.Letters[0], StringComparison.OrdinalIgnoreCase);
        await Becomes(store, MailStatus.Sent);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_with_a_key_that_was_used_is_not_posted_twice(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await Post(store, "receipt:1");
        await Post(store, "receipt:1");

        var mails = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(desk => desk.Latest());

        Assert.Equal(MailStatus.Kept, Assert.Single(mails).Status);
        Assert.Equal("Hello", (await store.Do<IMailDesk, Letter?>(desk => desk.Open(mails[0].Id, Ct)))!.Subject);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_server_that_is_down_costs_time_and_no_letter(TestDatabase database)
    {
        await using var server = new MailServer { Refuses = true };
        await using var store = await Open(database, server);
        await Post(store, "receipt:1");
        await TestStore.Until(async () => (await Mails(store))[0] is { Attempts: 1, Status: MailStatus.Queued, Error: not null });

        server.Refuses = false;
        store.Clock.Advance(TimeSpan.FromMinutes(5));

        await Becomes(store, MailStatus.Sent);
        Assert.Single(server.Letters);
    }

    private static Task<TestStore> Open(TestDatabase database, MailServer server) => TestStore.Open(database, new Dictionary<string, string>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{server.Port}",
        ["Mail:UseTls"] = "false",
        ["Mail:From"] = "store@example.org",
    });

    private static async Task<MailId> Post(TestStore store, string key)
    {
        await store.Do<IServiceProvider>(async services =>
        {
            await ((IMail)services.GetService(typeof(IMail))!).Post(new Letter("order.receipt", "ord_test", key, "ada@example.org", "Hello", "<p>Hello</p>", "Hello"), Ct);
            await ((StoreDb)services.GetService(typeof(StoreDb))!).SaveChangesAsync(Ct);
        });
        return (await Mails(store))[0].Id;
    }

    private static Task Becomes(TestStore store, MailStatus status) => TestStore.Until(async () => (await Mails(store))[0].Status == status);

    private static Task<IReadOnlyList<MailSummary>> Mails(TestStore store) => store.Do<IMailDesk, IReadOnlyList<MailSummary>>(desk => desk.Latest());

    /// <summary>As much of RFC 5321 as one letter needs.</summary>
    private sealed class MailServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public MailServer()
        {
            listener.Start();
            serving = Serve();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public bool Refuses { get; set; }

        public List<string> Letters { get; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(CancellationToken.None);
                    await Talk(client.GetStream());
                }
            }
            catch (SocketException)
            {
                // The listener was stopped: the test is over.
            }
        }

        private async Task Talk(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync(Refuses ? "421 Later" : "220 Here");
            while (!Refuses && await reader.ReadLineAsync() is { } line)
            {
                if (line == "DATA") await Take(reader, writer);
                else await writer.WriteLineAsync(line == "QUIT" ? "221 Bye" : "250 OK");
                if (line == "QUIT") return;
            }
        }

        private async Task Take(StreamReader reader, StreamWriter writer)
        {
            await writer.WriteLineAsync("354 Go on");
            var letter = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".") letter.AppendLine(line);
            Letters.Add(letter.ToString());
            await writer.WriteLineAsync("250 Taken");
        }
    }
}
