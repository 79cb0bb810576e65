namespace Emporium.Catalog.Contracts;

/// <summary>The currency a visitor sees prices in.</summary>
public interface IChosenCurrency
{
    /// <summary>The name of the cookie that holds the choice; cached pages differ by it.</summary>
    public const string Cookie = "currency";

    /// <summary>What this visitor chose, where anything is sold in it; the store's own otherwise.</summary>
    ValueTask<string> Current(CancellationToken ct);
}
