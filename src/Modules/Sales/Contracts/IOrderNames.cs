namespace Emporium.Sales.Contracts;

/// <summary>Port: other names by which a module knows orders, such as a license key. The desk's search asks every one.</summary>
public interface IOrderNames
{
    /// <returns>The orders that the whole text names; none is a valid answer.</returns>
    Task<IReadOnlyList<OrderId>> Find(string text, CancellationToken ct);
}
