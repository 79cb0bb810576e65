namespace Emporium.Platform.Pages;

/// <summary>Finds things of one kind for the desk's search: orders, products, people. It is asked while somebody types, so it asks an index.</summary>
public interface IPaletteSource
{
    /// <summary>Over what is found: <c>Orders</c>.</summary>
    string Group { get; }

    /// <summary>Who does not hold it finds nothing here.</summary>
    string Permission { get; }

    int Rank { get; }

    /// <param name="words">As it was typed, trimmed, neither empty nor longer than 200 characters.</param>
    /// <param name="most">How many are wanted.</param>
    Task<IReadOnlyList<PaletteHit>> Find(string words, int most, CancellationToken ct);
}

/// <summary>Something found.</summary>
/// <param name="Note">In small beside it: a state, an amount.</param>
/// <param name="Icon">A name of the design system's icons.</param>
public sealed record PaletteHit(string Text, string? Note, string Href, string Icon);
