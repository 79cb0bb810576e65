namespace Emporium.Catalog.Contracts;

/// <summary>Whose product it is. The store itself is seller one; creators follow.</summary>
public readonly record struct SellerId(Guid Value) : IEntityId<SellerId>
{
    public static string Prefix => "sel";

    /// <summary>The store.</summary>
    public static readonly SellerId Store = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static SellerId From(Guid value) => new(value);

    public static SellerId Parse(string s, IFormatProvider? provider) => EntityId.Parse<SellerId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out SellerId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
