using Emporium.Catalog.Contracts;

namespace Emporium.Catalog.Products;

/// <content>The pictures, in the order in which they are shown; without any the cover is drawn.</content>
internal sealed partial class Product
{
    private readonly List<Picture> pictures = [];

    public IReadOnlyList<Picture> Pictures => pictures;

    public IEnumerable<Picture> Gallery => pictures.OrderBy(p => p.Position);

    /// <exception cref="Refusal"><c>product.pictures_too_many</c>.</exception>
    public void Show(Picture picture)
    {
        if (pictures.Count >= ProductRules.MaxPictures) throw Refusal.Invalid("product.pictures_too_many", $"A product has at most {ProductRules.MaxPictures} pictures. Remove one first.", "picture");
        picture.Position = pictures.Count == 0 ? 0 : pictures.Max(p => p.Position) + 1;
        pictures.Add(picture);
    }

    /// <exception cref="Refusal"><c>picture.not_found</c>.</exception>
    public Picture PictureOf(PictureId id) => pictures.Find(p => p.Id == id) ?? throw Refusal.NotFound("picture");

    public void Remove(PictureId id) => pictures.Remove(PictureOf(id));

    /// <summary>Puts a picture in its place and the others around it; the first one is the cover.</summary>
    /// <param name="place">From 0; what lies beyond the end is the end.</param>
    public void Place(PictureId id, int place)
    {
        var picture = PictureOf(id);
        var others = Gallery.Where(p => p != picture).ToList();
        others.Insert(Math.Clamp(place, 0, others.Count), picture);
        for (var i = 0; i < others.Count; i++) others[i].Position = i;
    }

    /// <exception cref="Refusal"><c>product.alt_missing</c>: a picture would be nothing to those who do not see it.</exception>
    public void DemandDescribed()
    {
        if (Gallery.FirstOrDefault(p => !p.IsDescribed) is { } silent)
            throw Refusal.Invalid("product.alt_missing", $"Say what the picture “{silent.Name}” shows, or mark it as decoration, before you publish.", "pictures");
    }
}
