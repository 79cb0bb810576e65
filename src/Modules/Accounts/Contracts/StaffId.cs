namespace Emporium.Accounts.Contracts;

public readonly record struct StaffId(Guid Value) : IEntityId<StaffId>
{
    public static string Prefix => "stf";

    public static StaffId From(Guid value) => new(value);

    public static StaffId Parse(string s, IFormatProvider? provider) => EntityId.Parse<StaffId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out StaffId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
