namespace Emporium.Sales.Contracts;

public readonly record struct OrderId(Guid Value) : IEntityId<OrderId>
{
    public static string Prefix => "ord";

    public static OrderId From(Guid value) => new(value);

    public static OrderId Parse(string s, IFormatProvider? provider) => EntityId.Parse<OrderId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
