namespace Emporium.Legal.Contracts;

/// <summary>One version of a legal page, word for word.</summary>
public readonly record struct LegalTextId(Guid Value) : IEntityId<LegalTextId>
{
    public static string Prefix => "ltx";

    public static LegalTextId From(Guid value) => new(value);

    public static LegalTextId Parse(string s, IFormatProvider? provider) => EntityId.Parse<LegalTextId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out LegalTextId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
