using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Lists;

/// <summary>What an address asks of a list: the values of its filters, the order, and where to go on.</summary>
public sealed class ListQuery
{
    /// <summary>Names that no filter may take.</summary>
    internal const string SortName = "sort", AfterName = "cursor", BeforeName = "before", IdName = "id";

    private const int LongestValue = 200;
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    private ListQuery() { }

    /// <summary>The order's name, with a minus in front for the largest or latest first; null for the list's own.</summary>
    public string? Sort { get; private init; }

    /// <summary>The place after which the page begins.</summary>
    public string? After { get; private init; }

    /// <summary>The place before which the page ends.</summary>
    public string? Before { get; private init; }

    /// <summary>Rows chosen one by one, as text.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];

    public bool IsFiltered => values.Count > 0;

    /// <summary>What a parameter asks for; null where nothing.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <param name="known">The parameters of the list's filters; whatever else the address holds means nothing.</param>
    public static ListQuery Of(IQueryCollection asked, IEnumerable<string> known)
    {
        var query = new ListQuery
        {
            Sort = Text(asked[SortName]), After = Word(asked[AfterName]), Before = Word(asked[BeforeName]),
            Ids = [.. asked[IdName].OfType<string>().Where(id => id.Length is > 0 and <= LongestValue)],
        };
        foreach (var name in known)
            if (Text(asked[name]) is { } value) query.values[name] = value;
        return query;
    }

    /// <summary>The same filters and order as one text that is always written the same way: for links, and to know a saved view again.</summary>
    public string Text(params ReadOnlySpan<(string Name, string? Value)> changed)
    {
        var all = new SortedDictionary<string, string>(values, StringComparer.Ordinal);
        if (Sort is not null) all[SortName] = Sort;
        foreach (var (name, value) in changed)
        {
            if (string.IsNullOrEmpty(value)) all.Remove(name);
            else all[name] = value;
        }
        return string.Join('&', all.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static string? Word(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestValue)] : null;
}
