namespace Emporium.Ui;

/// <summary>An entry of a select.</summary>
public sealed record Choice(string Value, string Text);
