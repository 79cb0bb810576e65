namespace Emporium.Ui;

/// <summary>A step on the way to the current page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);
