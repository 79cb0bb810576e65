namespace Emporium.Ui;

/// <summary>A line of the desk's menu.</summary>
/// <param name="Icon">A name from Assets/icons.txt.</param>
/// <param name="Group">Entries of a group stand together under its name.</param>
/// <param name="Count">What waits there, such as “3”.</param>
/// <param name="Key">The letter that goes there after <c>g</c>.</param>
public sealed record NavEntry(string Text, string Href, string Icon, string? Group = null, string? Count = null, char? Key = null);
