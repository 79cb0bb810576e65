namespace Emporium.Catalog.Contracts;

public readonly record struct ProductId(Guid Value) : IEntityId<ProductId>
{
    public static string Prefix => "prd";

    public static ProductId From(Guid value) => new(value);

    public static ProductId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ProductId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProductId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
