using System.Collections.Frozen;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Messaging.Endpoints;

/// <summary>Which endpoints wait for what, remembered until an endpoint changes: a purchase asks it several times.</summary>
internal sealed class Subscribers(IServiceScopeFactory scopes, IFreshness freshness)
{
    private const string Tag = "webhooks";
    private Known? known;

    public IReadOnlyList<Subscriber> All
    {
        get
        {
            var stamp = freshness.Of(Tag);
            return known is { } remembered && remembered.Stamp == stamp ? remembered.All : (known = new Known(stamp, Read())).All;
        }
    }

    /// <summary>Belongs to the unit of work that changes an endpoint.</summary>
    public Task Changed(StoreDb db, CancellationToken ct) => freshness.Raise(db, Tag, ct);

    // In a scope of its own, so that nothing is remembered that the asking transaction may yet undo.
    private List<Subscriber> Read()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<StoreDb>().Set<WebhookEndpoint>().AsNoTracking()
            .Where(e => e.Status == EndpointStatus.Enabled).Select(e => new { e.Id, e.Book, e.Types }).AsEnumerable()
            .Select(e => new Subscriber(e.Id, e.Book, e.Types))];
    }

    private sealed record Known(string Stamp, IReadOnlyList<Subscriber> All);
}

/// <summary>An endpoint, as far as it has to be known to tell what concerns it.</summary>
internal sealed class Subscriber(EndpointId id, Book? book, string types)
{
    private readonly FrozenSet<string> chosen = types.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public EndpointId Id => id;

    public bool Wants(EventEnvelope fact) => (book is null || fact.Book == book) && (chosen.Count == 0 || chosen.Contains(fact.Type));
}
