namespace Emporium.Accounts.Contracts;

public readonly record struct RoleId(Guid Value) : IEntityId<RoleId>
{
    public static string Prefix => "rol";

    public static RoleId From(Guid value) => new(value);

    public static RoleId Parse(string s, IFormatProvider? provider) => EntityId.Parse<RoleId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RoleId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
