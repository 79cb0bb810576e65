using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Mail;

public sealed class PostmanTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_that_can_never_be_sent_holds_up_no_other(TestDatabase database)
    {
        await using var store = await TestStore.Open(database, new Dictionary<string, string> { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "1" });
        await store.Do<IServiceProvider>(async scope =>
        {
            var mail = scope.GetRequiredService<IMail>();
            await mail.Post(new Letter("test", "first", "first", "", "To nobody", "<p>Hello</p>", "Hello"), CancellationToken.None);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
            await mail.Post(new Letter("test", "second", "second", "ada@example.org", "To Ada", "<p>Hello</p>", "Hello"), CancellationToken.None);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });

        await TestStore.Until(() => store.Do<StoreDb, bool>(db => db.Set<StoredMail>().AnyAsync(m => m.Key == "second" && m.Attempts > 0)));

        Assert.Equal(
            [("first", MailStatus.Failed), ("second", MailStatus.Queued)],
            await store.Do<StoreDb, List<(string, MailStatus)>>(async db => [.. (await db.Set<StoredMail>().OrderBy(m => m.Key).ToListAsync()).Select(m => (m.Key, m.Status))]));
    }
}
