namespace Emporium.Sales.Contracts;

/// <summary>A refund as the store decided it; the gateway's side of it is <c>rfd_…</c>.</summary>
public readonly record struct OrderRefundId(Guid Value) : IEntityId<OrderRefundId>
{
    public static string Prefix => "orf";

    public static OrderRefundId From(Guid value) => new(value);

    public static OrderRefundId Parse(string s, IFormatProvider? provider) => EntityId.Parse<OrderRefundId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderRefundId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
