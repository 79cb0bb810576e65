namespace Emporium.Platform.Lists;

/// <summary>A view that a list brings along.</summary>
/// <param name="Query">Filters and order as the address has them: <c>status=Disputed</c>.</param>
public sealed record ListPreset(string Name, string Query);
