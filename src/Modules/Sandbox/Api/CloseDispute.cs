using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>Gives in: the dispute is lost.</summary>
internal static class CloseDispute
{
    public static Shape Shape { get; } = Shape.Of(("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var dispute = call.Books.Get<Dispute>(call.Id, "dispute");
        if (!dispute.IsOpen) throw StripeError.Invalid($"This dispute is already closed or under review: its status is {dispute.Status}.");
        new OpenDisputes(call.Books).Decide(dispute, won: false);
        return call.Show(dispute);
    }
}
