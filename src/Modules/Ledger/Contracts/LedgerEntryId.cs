namespace Emporium.Ledger.Contracts;

public readonly record struct LedgerEntryId(Guid Value) : IEntityId<LedgerEntryId>
{
    public static string Prefix => "jrn";

    public static LedgerEntryId From(Guid value) => new(value);

    public static LedgerEntryId Parse(string s, IFormatProvider? provider) => EntityId.Parse<LedgerEntryId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out LedgerEntryId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
