namespace Emporium.Ui;

/// <summary>An entry of a select, a combobox or a group of choices.</summary>
/// <param name="Hint">In small under it, in a group of choices.</param>
/// <param name="IsDisabled">Shown and not to be chosen.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool IsDisabled = false);
