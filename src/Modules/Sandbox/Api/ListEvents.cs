using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>All that happened, newest first: what a store asks when it suspects that a webhook was lost.</summary>
internal static class ListEvents
{
    public static Shape Shape { get; } = Shape.Of([.. Verb.Paging, ("type", Shape.Text(100)), ("created", Shape.Of(("gte", Shape.Integer(0))))]);

    public static Answer Do(Call call)
    {
        var from = call.Form.Child("created")?.Integer("gte") ?? 0;
        var events = call.Books.Events.List(call.Query, call.Form.Text("type"), from);
        return call.ShowList("/v1/events", call.Query, events, (json, stored) => json.Body(stored.Write));
    }
}
