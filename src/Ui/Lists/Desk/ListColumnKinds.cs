using System.Globalization;
using Emporium.Platform.Lists;
using Microsoft.AspNetCore.Components;

namespace Emporium.Ui;

/// <summary>
/// Columns of a list by their kind: each says what is exported and draws it. <c>order</c> names the order that a click on the title asks for.
/// </summary>
public static class ListColumnKinds
{
    /// <summary>The row's name, which leads to it. The first column of a list.</summary>
    public static ListColumns<TRow> Link<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, string> text, Func<TRow, string> href, string? order = null) =>
        columns.Add(new(name, title, typeof(string), text) { Cell = row => Cells.Link(text(row), href(row)), Order = order });

    public static ListColumns<TRow> Text<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, string?> text, string? order = null) =>
        columns.Add(new(name, title, typeof(string), text) { Cell = row => Cells.Text(text(row)), Order = order });

    /// <summary>A state: exported as its value, shown as a word with a color.</summary>
    public static ListColumns<TRow> Badge<TRow, TState>(this ListColumns<TRow> columns, string name, string title, Func<TRow, TState> state, Func<TState, string> text, Func<TState, Tone> tone) =>
        columns.Add(new(name, title, typeof(TState), row => state(row)) { Cell = row => Cells.Badge(text(state(row)), tone(state(row))) });

    public static ListColumns<TRow> Moment<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, DateTimeOffset?> at, string? order = null) =>
        columns.Add(new(name, title, typeof(DateTimeOffset?), row => at(row)) { Cell = row => Cells.Moment(at(row)), Order = order });

    public static ListColumns<TRow> Money<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, Money?> amount, string? order = null) =>
        columns.Add(new(name, title, typeof(Money?), row => amount(row)) { Cell = row => Cells.Money(amount(row)), IsNumber = true, Order = order });

    public static ListColumns<TRow> Number<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, long?> number, string? order = null) =>
        columns.Add(new(name, title, typeof(long?), row => number(row)) { Cell = row => Cells.Text(number(row)?.ToString("N0", Cells.English)), IsNumber = true, Order = order });

    /// <summary>An id, a hash, a reference: in the fixed-width letters.</summary>
    public static ListColumns<TRow> Code<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, string?> code) =>
        columns.Add(new(name, title, typeof(string), code) { Cell = row => Cells.Code(code(row)) });

    /// <summary>Drawn by the list itself, in Razor.</summary>
    public static ListColumns<TRow> Own<TRow>(this ListColumns<TRow> columns, string name, string title, Func<TRow, string?> exported, RenderFragment<TRow> cell) =>
        columns.Add(new(name, title, typeof(string), exported) { Cell = cell });
}
