namespace Emporium.Payments.Contracts;

/// <summary>One attempt to pay; its text is also the idempotency key at the gateway.</summary>
public readonly record struct PaymentId(Guid Value) : IEntityId<PaymentId>
{
    public static string Prefix => "pay";

    public static PaymentId From(Guid value) => new(value);

    public static PaymentId Parse(string s, IFormatProvider? provider) => EntityId.Parse<PaymentId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PaymentId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
