using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>
/// Takes evidence and, with <c>submit=true</c>, sends it to the bank, which decides as Stripe's test mode does:
/// <c>uncategorized_text=winning_evidence</c> wins, anything else loses.
/// </summary>
internal static class UpdateDispute
{
    public static Shape Shape { get; } = Shape.Of(
        ("evidence", Shape.Of([.. Dispute.EvidenceFields.Select(field => (field, Shape.Text(20_000)))])),
        ("metadata", Shape.Metadata), ("submit", Shape.Flag), ("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var dispute = call.Books.Get<Dispute>(call.Id, "dispute");
        if (!dispute.IsOpen) throw StripeError.Invalid($"This dispute is already closed or under review: its status is {dispute.Status}.");
        foreach (var (field, text) in call.Form.Map("evidence")) dispute.Evidence[field] = text;
        foreach (var (key, value) in call.Form.Map("metadata")) dispute.Metadata[key] = value;
        if (call.Form.Text("submit") is not "false") dispute.Submit(call.Books.Now + call.Books.Options.SettleAfterSeconds);
        call.Books.Put(dispute);
        call.Books.Raise("charge.dispute.updated", dispute);
        return call.Show(dispute);
    }
}
