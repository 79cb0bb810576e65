using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Storage;

/// <summary>A fact that the bank announced; the object is kept as it was at that moment.</summary>
/// <param name="Pending">The store's endpoint has not taken it yet.</param>
internal sealed record StoredEvent(long Sequence, string Id, string Type, long Created, Origin Origin, byte[] About, bool Pending)
{
    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", "event");
        json.Text("api_version", SandboxModule.StripeVersion);
        json.Number("created", Created);
        json.Open("data");
        json.Raw("object", About);
        json.Close();
        json.Flag("livemode", false);
        json.Number("pending_webhooks", Pending ? 1 : 0);
        json.Open("request");
        json.Text("id", Origin.Request);
        json.Text("idempotency_key", Origin.IdempotencyKey);
        json.Close();
        json.Text("type", Type);
    }
}
