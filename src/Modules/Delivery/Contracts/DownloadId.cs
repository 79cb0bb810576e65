namespace Emporium.Delivery.Contracts;

/// <summary>One counted download of a file; its signed link may be used again and again until it expires.</summary>
public readonly record struct DownloadId(Guid Value) : IEntityId<DownloadId>
{
    public static string Prefix => "dwn";

    public static DownloadId From(Guid value) => new(value);

    public static DownloadId Parse(string s, IFormatProvider? provider) => EntityId.Parse<DownloadId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out DownloadId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
