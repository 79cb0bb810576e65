using Emporium.Catalog.Contracts;

namespace Emporium.Delivery.Contracts;

/// <summary>A file of something bought, and what is left of its downloads.</summary>
/// <param name="DownloadsUsed">How often it was downloaded on this purchase.</param>
/// <param name="DownloadLimit">Null for no limit.</param>
public sealed record OwnedFile(ProductFileId Id, string Name, string MediaType, long Size, string Sha256, int DownloadsUsed, int? DownloadLimit)
{
    public int? DownloadsLeft => DownloadLimit is { } limit ? Math.Max(0, limit - DownloadsUsed) : null;
}
