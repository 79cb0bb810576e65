namespace Emporium.Ui;

/// <summary>One step of time, or one thing that is counted.</summary>
/// <param name="Label">Under the axis, as short as can be: <c>14 Mar</c>.</param>
/// <param name="Value">In whole units: cents, orders.</param>
/// <param name="Before">The same step of the time before, in grey.</param>
public sealed record ChartPoint(string Label, long Value, long? Before = null);
