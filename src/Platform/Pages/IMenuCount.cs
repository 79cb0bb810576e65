namespace Emporium.Platform.Pages;

/// <summary>Says how much waits behind a line of the desk's menu. It is asked on every page of the desk, so it asks one index.</summary>
public interface IMenuCount
{
    /// <summary>The line's address.</summary>
    string Href { get; }

    /// <returns>Zero shows nothing.</returns>
    Task<int> Count(CancellationToken ct);
}
