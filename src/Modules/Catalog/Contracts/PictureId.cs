namespace Emporium.Catalog.Contracts;

public readonly record struct PictureId(Guid Value) : IEntityId<PictureId>
{
    public static string Prefix => "pic";

    public static PictureId From(Guid value) => new(value);

    public static PictureId Parse(string s, IFormatProvider? provider) => EntityId.Parse<PictureId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PictureId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
