using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;

namespace Emporium.Platform.Mail;

/// <summary>Letters as rows of the unit of work that writes them.</summary>
internal sealed class Outbox(StoreDb db, Vault vault, MailServer server, Postman postman, TimeProvider clock) : IMail
{
    private static readonly CompiledQuery<string, bool> IsPosted = new((db, key, _) => db.Set<StoredMail>().Any(m => m.Key == key));

    public async Task Post(Letter letter, CancellationToken ct)
    {
        if (await IsPosted.Run(db, letter.Key, ct)) return;
        var isCarried = (await server.Current(ct)).IsConfigured;
        db.Add(new StoredMail
        {
            Id = MailId.New(clock),
            Kind = letter.Kind,
            About = letter.About,
            Key = letter.Key,
            Letter = await vault.Seal(letter.About, JsonSerializer.SerializeToUtf8Bytes(letter, Json.Options), ct),
            Status = isCarried ? MailStatus.Queued : MailStatus.Kept,
            CreatedAt = clock.Now,
            DueAt = clock.Now,
        });
        if (isCarried) db.AfterCommit(postman.Wake);
    }
}
