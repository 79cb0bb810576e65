using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>One event, as it was sent.</summary>
internal static class ShowEvent
{
    public static Shape Shape { get; } = Shape.Of(("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var stored = call.Books.Events.Find(call.Id) ?? throw StripeError.Missing("event", call.Id, "id");
        return call.Show(stored.Write);
    }
}
