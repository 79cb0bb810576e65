using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Emporium.Sales.Desk.Live;

/// <summary>
/// New orders as server-sent events, on whichever node they were placed: the database is asked every two seconds, by an index. No cursor runs
/// ahead of a slow commit: each look goes back some minutes, and what was sent before in the same state is not sent again.
/// </summary>
internal sealed class LiveOrders(IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock)
{
    private const int MostPerPerson = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);

    /// <exception cref="Refusal"><c>live.too_many</c>.</exception>
    public static ServerSentEventsResult<string> Endpoint(LiveOrders live, HttpContext http)
    {
        http.Response.RegisterForDispose(live.Enter(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""));
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(live.Stream(http.User, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> Stream(ClaimsPrincipal person, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        Dictionary<OrderId, OrderStatus> sent = [];
        foreach (var order in await Look(ending.Token)) sent[order.Id] = order.Status;
        var spoke = clock.Now;
        yield return new SseItem<string>("", "ready");

        while (await Wait(ending.Token) && await IsSignedIn(person, ending.Token))
        {
            var orders = await Look(ending.Token);
            foreach (var order in orders.Where(o => !sent.TryGetValue(o.Id, out var known) || known != o.Status))
            {
                (sent[order.Id], spoke) = (order.Status, clock.Now);
                yield return new SseItem<string>(await Draw(order.Id, ending.Token), "order");
            }
            foreach (var old in sent.Keys.Except(orders.Select(o => o.Id)).ToList()) sent.Remove(old);
            if (clock.Now - spoke < Beat) continue;
            spoke = clock.Now;
            yield return new SseItem<string>("", "beat");
        }
    }

    /// <returns>False when the reader or the store is gone.</returns>
    private async Task<bool> Wait(CancellationToken ct)
    {
        await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ct.IsCancellationRequested;
    }

    private Task<IReadOnlyList<LatestOrders.Seen>> Look(CancellationToken ct) => InScope(scope => scope.GetRequiredService<LatestOrders>().Look(ct));

    private Task<string> Draw(OrderId id, CancellationToken ct) => InScope(scope => scope.GetRequiredService<LatestOrders>().Draw(id, ct));

    private Task<bool> IsSignedIn(ClaimsPrincipal person, CancellationToken ct) => InScope(scope => scope.GetRequiredService<ISignedIn>().Still(person, SalesModule.ReadOrders, ct));

    private async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private Place Enter(string who)
    {
        if (open.AddOrUpdate(who, 1, (_, count) => count + 1) <= MostPerPerson) return new Place(this, who);
        Leave(who);
        throw new Refusal(RefusalKind.Conflict, "live.too_many", $"At most {MostPerPerson} pages of yours are kept fresh at once. Close one.");
    }

    private void Leave(string who) => open.AddOrUpdate(who, 0, (_, count) => count - 1);

    private sealed class Place(LiveOrders live, string who) : IDisposable
    {
        public void Dispose() => live.Leave(who);
    }
}
