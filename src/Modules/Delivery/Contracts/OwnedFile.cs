using Emporium.Catalog.Contracts;

namespace Emporium.Delivery.Contracts;

/// <summary>A file of something bought, and what is left of its downloads.</summary>
/// <param name="DownloadsUsed">How often it was downloaded on this purchase.</param>
/// <param name="DownloadLimit">Null for no limit.</param>
/// <param name="Number">Of the version, from 1. Each version is counted for itself, so that an update can be fetched whatever was used of the last.</param>
/// <param name="UpdatedAt">When this version came, where that was after the purchase; null otherwise.</param>
/// <param name="Note">What is new in it, in the seller's words; may be empty.</param>
public sealed record OwnedFile(
    ProductFileId Id, string Name, string MediaType, long Size, string Sha256, int DownloadsUsed, int? DownloadLimit, int Number = 1, DateTimeOffset? UpdatedAt = null, string Note = "")
{
    public int? DownloadsLeft => DownloadLimit is { } limit ? Math.Max(0, limit - DownloadsUsed) : null;
}
