namespace Emporium.Catalog.Products;

internal enum ProductStatus
{
    /// <summary>Seen on the desk alone.</summary>
    Draft,

    /// <summary>For sale.</summary>
    Published,

    /// <summary>For sale to who has the address; in no list, no search and no sitemap.</summary>
    Unlisted,

    /// <summary>Not for sale any more; its page says so, and buyers keep what they bought.</summary>
    Archived,
}
