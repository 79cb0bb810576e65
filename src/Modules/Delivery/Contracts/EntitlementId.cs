namespace Emporium.Delivery.Contracts;

public readonly record struct EntitlementId(Guid Value) : IEntityId<EntitlementId>
{
    public static string Prefix => "ent";

    public static EntitlementId From(Guid value) => new(value);

    public static EntitlementId Parse(string s, IFormatProvider? provider) => EntityId.Parse<EntitlementId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out EntitlementId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
