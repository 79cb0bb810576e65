namespace Emporium.Licensing.Contracts;

public readonly record struct LicenseId(Guid Value) : IEntityId<LicenseId>
{
    public static string Prefix => "lic";

    public static LicenseId From(Guid value) => new(value);

    public static LicenseId Parse(string s, IFormatProvider? provider) => EntityId.Parse<LicenseId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out LicenseId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
