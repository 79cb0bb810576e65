namespace Emporium.Ui;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">Under it: “14 Mar”.</param>
/// <param name="Text">The value as a reader sees it.</param>
/// <param name="IsNow">Drawn in the accent; what is past is grey.</param>
public sealed record Bar(string Label, decimal Value, string Text, bool IsNow = false);
