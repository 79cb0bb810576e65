using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Library;

/// <summary>Something a customer bought, with what they can download of it.</summary>
/// <param name="Line">The order line it comes from; null for what was not ordered.</param>
/// <param name="ClosedBecause">Null while access is open; otherwise why it rests.</param>
public sealed record OwnedThing(
    EntitlementId Entitlement, CustomerId Customer, ProductId Product, OrderId? Order, OrderLineId? Line,
    string Title, string Kind, int CoverSeed, int Quantity, DateTimeOffset GrantedAt, string? ClosedBecause, IReadOnlyList<OwnedFile> Files);

/// <param name="DownloadsUsed">How often it was downloaded on this purchase.</param>
/// <param name="DownloadLimit">Null for no limit.</param>
public sealed record OwnedFile(ProductFileId Id, string Name, string MediaType, long Size, string Sha256, int DownloadsUsed, int? DownloadLimit)
{
    public int? DownloadsLeft => DownloadLimit is { } limit ? Math.Max(0, limit - DownloadsUsed) : null;
}
