namespace Emporium.Accounts.Contracts;

/// <summary>A copy of everything that the store knows of a person, made on their request.</summary>
public readonly record struct DataExportId(Guid Value) : IEntityId<DataExportId>
{
    public static string Prefix => "dex";

    public static DataExportId From(Guid value) => new(value);

    public static DataExportId Parse(string s, IFormatProvider? provider) => EntityId.Parse<DataExportId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out DataExportId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
