namespace Emporium.Platform.Pages;

/// <summary>Slot on the page of an error that a visitor ran into: where they might go instead.</summary>
/// <param name="Status">404 or 410.</param>
/// <param name="Path">What they asked for.</param>
public sealed record DeadEnd(int Status, string Path);
