namespace Emporium.Catalog.Contracts;

/// <summary>A file that is on its way to the store.</summary>
public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    public static string Prefix => "upl";

    public static UploadId From(Guid value) => new(value);

    public static UploadId Parse(string s, IFormatProvider? provider) => EntityId.Parse<UploadId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out UploadId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
