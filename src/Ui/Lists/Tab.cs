namespace Emporium.Ui;

/// <summary>One of several parts, with how many things are in it.</summary>
public sealed record Tab(string Text, string Href, bool IsCurrent = false, string? Count = null);
