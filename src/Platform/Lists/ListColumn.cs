using Microsoft.AspNetCore.Components;

namespace Emporium.Platform.Lists;

/// <summary>A column: what it says of a row to an export, and how it looks to a reader.</summary>
/// <param name="Name">In exports and the address; snake case.</param>
/// <param name="Title">Over the column.</param>
/// <param name="Type">Of the values. <see cref="Money"/> fills two columns of a table file, the amount and its currency.</param>
/// <param name="Value">Text, a number, an amount, a moment, an id; null for nothing.</param>
public sealed record ListColumn<TRow>(string Name, string Title, Type Type, Func<TRow, object?> Value)
{
    /// <summary>How the cell is drawn; null for a column that is only exported.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>Right-aligned.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The order that a click on its title asks for.</summary>
    public string? Order { get; init; }
}

/// <summary>The columns of a list, in their order. The design system adds each common kind by one call.</summary>
public sealed class ListColumns<TRow>
{
    private readonly List<ListColumn<TRow>> all = [];

    public IReadOnlyList<ListColumn<TRow>> All => all;

    public IEnumerable<ListColumn<TRow>> Shown => all.Where(column => column.Cell is not null);

    public ListColumns<TRow> Add(ListColumn<TRow> column)
    {
        all.Add(column);
        return this;
    }

    /// <summary>Not shown, but in every export.</summary>
    public ListColumns<TRow> InFile<TValue>(string name, Func<TRow, TValue> value) => Add(new(name, name, typeof(TValue), row => value(row)));
}
