namespace Emporium.Platform.Audit;

public readonly record struct AuditEntryId(Guid Value) : IEntityId<AuditEntryId>
{
    public static string Prefix => "aud";

    public static AuditEntryId From(Guid value) => new(value);

    public static AuditEntryId Parse(string s, IFormatProvider? provider) => EntityId.Parse<AuditEntryId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AuditEntryId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
