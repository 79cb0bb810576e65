namespace Emporium.Catalog.Contracts;

public readonly record struct ProductFileId(Guid Value) : IEntityId<ProductFileId>
{
    public static string Prefix => "fil";

    public static ProductFileId From(Guid value) => new(value);

    public static ProductFileId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ProductFileId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProductFileId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
