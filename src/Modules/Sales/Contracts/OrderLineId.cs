namespace Emporium.Sales.Contracts;

public readonly record struct OrderLineId(Guid Value) : IEntityId<OrderLineId>
{
    public static string Prefix => "lin";

    public static OrderLineId From(Guid value) => new(value);

    public static OrderLineId Parse(string s, IFormatProvider? provider) => EntityId.Parse<OrderLineId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderLineId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
