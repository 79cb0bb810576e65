using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Desk;

/// <summary>The endpoints as the desk shows them: what waits and what failed lately, counted as far as a person counts.</summary>
internal sealed class ReadEndpoints(StoreDb db, TimeProvider clock)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public sealed record Row(WebhookEndpoint Endpoint, int Waiting, int Failed);

    public async Task<IReadOnlyList<Row>> List(CancellationToken ct)
    {
        var rows = new List<Row>();
        foreach (var endpoint in await db.Set<WebhookEndpoint>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct)) rows.Add(await Count(endpoint, ct));
        return rows;
    }

    /// <exception cref="Refusal"><c>endpoint.not_found</c>.</exception>
    public async Task<Row> Find(string text, CancellationToken ct) => EndpointId.TryParse(text, null, out var id)
        ? await Count(await db.FindEndpoint(id, ct), ct)
        : throw Refusal.NotFound("endpoint");

    public static string Words(int count) => count == Most ? "1,000 or more" : count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Row> Count(WebhookEndpoint endpoint, CancellationToken ct)
    {
        var since = clock.Now - Lately;
        var messages = db.Set<Message>().Where(m => m.EndpointId == endpoint.Id);
        return new(endpoint,
            await messages.Where(m => m.Status == MessageStatus.Pending).OrderBy(m => m.CreatedAt).Take(Most).CountAsync(ct),
            await messages.Where(m => m.Status == MessageStatus.Failed && m.CreatedAt >= since).OrderBy(m => m.CreatedAt).Take(Most).CountAsync(ct));
    }
}
