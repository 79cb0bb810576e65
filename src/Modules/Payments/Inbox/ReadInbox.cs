using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>A webhook as the desk shows it.</summary>
internal sealed class ReadInbox(StoreDb db, Vault vault)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public Task<InboxMessage?> Find(InboxId id, CancellationToken ct) => db.Set<InboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);

    /// <returns>What came, laid out for reading; null where it has expired or was erased.</returns>
    public async Task<string?> Open(InboxMessage message, CancellationToken ct)
    {
        if (message.Body is null || await vault.Open(message.Subject, message.Body, ct) is not { } body) return null;
        using var json = JsonDocument.Parse(body);
        return JsonSerializer.Serialize(json.RootElement, Indented);
    }
}
