namespace Emporium.Sales.Contracts;

public readonly record struct CartId(Guid Value) : IEntityId<CartId>
{
    public static string Prefix => "crt";

    public static CartId From(Guid value) => new(value);

    public static CartId Parse(string s, IFormatProvider? provider) => EntityId.Parse<CartId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CartId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
