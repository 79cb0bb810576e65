using System.Text.Json.Serialization;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sandbox.Control;

/// <summary>
/// The levers for tests, torture and bench, for callers on this machine only: order faults, send events again, let time-bound things
/// happen now, read the bank's books.
/// </summary>
internal sealed class ControlRoutes(BankFile file, Writer writer, Due due, WebhookQueue queue, Faults faults)
{
    private const int PageSize = 500;

    /// <summary>Orders misfortunes. Fields that are left out change nothing; <c>clear</c> comes first.</summary>
    public NoContent Order(FaultOrder order)
    {
        if (order.Clear)
        {
            faults.Clear();
            queue.Shuffle = 0;
        }

        foreach (var fault in order.Api ?? []) faults.Order(new ApiFault(fault.Kind, fault.Seconds), fault.Calls);
        if (order.Webhooks is not { } webhooks) return TypedResults.NoContent();
        if (webhooks.Pause is true) faults.PauseWebhooks();
        if (webhooks.Pause is false) faults.ResumeWebhooks();
        if (webhooks.Duplicate is { } copies) faults.DuplicateWebhooks(copies);
        if (webhooks.Shuffle is { } window) queue.Shuffle = window;
        if (webhooks.Drop is { } drops) faults.DropWebhooks(drops);
        return TypedResults.NoContent();
    }

    /// <summary>Sends an event again, or (without an id) all of them.</summary>
    public async Task<Results<NoContent, NotFound>> Redeliver(string? @event)
    {
        var events = await writer.Write(Origin.Itself, books => Requeue(books, @event));
        queue.Add(events);
        return @event is not null && events.Count == 0 ? TypedResults.NotFound() : TypedResults.NoContent();
    }

    /// <summary>Everything that would happen by itself within that many seconds happens now: debits and refunds settle, disputes are decided.</summary>
    public async Task<Ok<Settled>> Settle(long? within)
    {
        var moment = file.Read(books => books.Now) + (within ?? 60);
        return TypedResults.Ok(new Settled(await due.Run(moment)));
    }

    /// <param name="after">The last sequence number seen; payments come in order, at most 500.</param>
    public Ok<BooksSummary> Summary(long? after) => TypedResults.Ok(file.Read(books => new BooksSummary(
        books.Summary.Counts(), books.Summary.Events, books.Deliveries.Count, books.Summary.Payments(after ?? 0, PageSize))));

    private static List<long> Requeue(Books books, string? id)
    {
        if (id is null)
        {
            books.Deliveries.AddAll();
            return [.. books.Deliveries.Pending().Select(pending => pending.Sequence)];
        }

        if (books.Events.Find(id) is not { } found) return [];
        books.Deliveries.Add(found.Sequence);
        return [found.Sequence];
    }

    /// <summary>How many objects changed.</summary>
    public sealed record Settled(int Changed);

    /// <summary>The bank's books at one glance, and a page of its succeeded payments.</summary>
    public sealed record BooksSummary(
        IReadOnlyList<SummaryRows.Count> Objects, long Events, long PendingDeliveries, IReadOnlyList<SummaryRows.Payment> Payments);

    /// <param name="Api">Faults for the next API calls, in this order.</param>
    public sealed record FaultOrder(IReadOnlyList<ApiFaultOrder>? Api = null, WebhookFaultOrder? Webhooks = null, bool Clear = false);

    /// <param name="Calls">How many calls meet it.</param>
    /// <param name="Seconds">For <see cref="FaultKind.Hang"/>.</param>
    public sealed record ApiFaultOrder(FaultKind Kind, int Calls = 1, double Seconds = 0);

    /// <param name="Pause">True holds all webhooks, false lets them go.</param>
    /// <param name="Duplicate">Extra copies of each event.</param>
    /// <param name="Shuffle">Collects that many and sends them backwards; 0 stops.</param>
    /// <param name="Drop">That many events are lost on their way.</param>
    public sealed record WebhookFaultOrder(bool? Pause = null, int? Duplicate = null, int? Shuffle = null, int? Drop = null);
}

/// <summary>JSON of the control surface: camelCase, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(ControlRoutes.FaultOrder))]
[JsonSerializable(typeof(ControlRoutes.Settled))]
[JsonSerializable(typeof(ControlRoutes.BooksSummary))]
internal sealed partial class ControlJson : JsonSerializerContext;
