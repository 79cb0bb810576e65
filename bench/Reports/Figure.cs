using Emporium.Bench.Pages;

namespace Emporium.Bench.Reports;

/// <summary>One line of the table.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="AtLeast">The target, where more is better.</param>
/// <param name="AtMost">The target, where less is better.</param>
/// <param name="Rate">What lies behind a ratio: the store's side.</param>
/// <param name="Bare">The bare program's side.</param>
/// <param name="Note">What else is worth knowing.</param>
internal sealed record Figure(string What, double Value, string Unit, double? AtLeast = null, double? AtMost = null, Rate? Rate = null, Rate? Bare = null, string? Note = null)
{
    /// <summary>Null where there is no target.</summary>
    public bool? IsMet => AtLeast is { } least ? Value >= least : AtMost is { } most ? Value <= most : null;

    public bool IsMoreBetter => AtLeast is not null || AtMost is null;
}
