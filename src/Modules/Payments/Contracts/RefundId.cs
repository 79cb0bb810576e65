namespace Emporium.Payments.Contracts;

public readonly record struct RefundId(Guid Value) : IEntityId<RefundId>
{
    public static string Prefix => "rfd";

    public static RefundId From(Guid value) => new(value);

    public static RefundId Parse(string s, IFormatProvider? provider) => EntityId.Parse<RefundId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RefundId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
