using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>The inbox as the desk shows it.</summary>
internal sealed class ReadInbox(StoreDb db, Vault vault)
{
    private const int PageSize = 50;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Newest first.</summary>
    public async Task<Page<Row>> List(InboxStatus? status, Cursor? after, CancellationToken ct)
    {
        var messages = db.Set<InboxMessage>().AsNoTracking();
        if (status is { } wanted) messages = messages.Where(m => m.Status == wanted);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, InboxId.From(after.Id));
            messages = messages.Where(m => m.ReceivedAt < moment || (m.ReceivedAt == moment && m.Id < id));
        }
        var rows = await messages.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new Row(m.Id, m.Gateway, m.Type, m.Status, m.Attempts, m.ReceivedAt, m.Error)).ToListAsync(ct);
        return Page<Row>.Of(rows, PageSize, m => Cursor.At(m.ReceivedAt, m.Id.Value));
    }

    public Task<InboxMessage?> Find(InboxId id, CancellationToken ct) => db.Set<InboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);

    /// <returns>What came, laid out for reading; null where it has expired or was erased.</returns>
    public async Task<string?> Open(InboxMessage message, CancellationToken ct)
    {
        if (message.Body is null || await vault.Open(message.Subject, message.Body, ct) is not { } body) return null;
        using var json = JsonDocument.Parse(body);
        return JsonSerializer.Serialize(json.RootElement, Indented);
    }

    public sealed record Row(InboxId Id, string Gateway, string Type, InboxStatus Status, int Attempts, DateTimeOffset ReceivedAt, string? Error);
}
