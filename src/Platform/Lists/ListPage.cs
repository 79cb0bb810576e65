namespace Emporium.Platform.Lists;

/// <summary>One page of a list, ready to be drawn for one person.</summary>
public sealed record ListPage<TRow>
{
    public required string Path { get; init; }

    public required ListQuery Asked { get; init; }

    /// <summary>Why the address could not be understood; then there are no rows.</summary>
    public Refusal? Refused { get; init; }

    public required IReadOnlyList<ListField> Fields { get; init; }

    public required IReadOnlyList<ListColumn<TRow>> Columns { get; init; }

    public required IReadOnlyList<Line> Rows { get; init; }

    public required IReadOnlyList<ListSorting> Sortings { get; init; }

    public string? NextUrl { get; init; }

    public string? PreviousUrl { get; init; }

    public required IReadOnlyList<View> Views { get; init; }

    /// <summary>What this person may do with chosen rows.</summary>
    public required IReadOnlyList<ListButton> Acts { get; init; }

    public bool MayExport { get; init; }

    /// <summary>True where nothing narrows the list.</summary>
    public bool IsWhole => !Asked.IsFiltered;

    /// <param name="Id">As text, for forms.</param>
    public sealed record Line(string Id, TRow Row);

    /// <param name="Id">Null for one that the list brings along.</param>
    public sealed record View(string? Id, string Name, string Href, bool IsCurrent, bool IsOwn, bool IsShared);
}

/// <param name="Descends">Which way it goes unless asked otherwise.</param>
/// <param name="FirstDown">What stands first when it goes down, in words: “newest first”.</param>
public sealed record ListSorting(string Name, string Title, bool IsCurrent, bool IsDescending, bool Descends, string FirstDown, string FirstUp, string Href);

public sealed record ListButton(string Text, string Icon, string Action, bool IsDangerous);
