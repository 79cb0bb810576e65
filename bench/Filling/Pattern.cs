using System.Globalization;
using System.Text.RegularExpressions;

namespace Emporium.Bench.Filling;

/// <summary>What of a template's rows is its own and therefore another in each copy: its ids in both spellings, and the names that derive from them.</summary>
internal sealed class Pattern
{
    private readonly Dictionary<string, Func<long, string>> makers = new(StringComparer.Ordinal);
    private Regex any = new("$^");

    /// <summary>How far a copy's moments lie before or after the template's.</summary>
    public required Func<long, TimeSpan> Shift { get; init; }

    /// <summary>Every uuid in the rows that nothing else mentions, as uuid, as TypeID and, of an order, as its number.</summary>
    public void AddIds(IEnumerable<object?[]> own, IEnumerable<object?[]> others)
    {
        var foreign = others.SelectMany(row => row).OfType<string>().Where(cell => Guid.TryParse(cell, out _)).ToHashSet(StringComparer.Ordinal);
        foreach (var text in own.SelectMany(row => row).OfType<string>().Distinct().Where(cell => Guid.TryParse(cell, out _) && !foreign.Contains(cell)).ToList()) AddId(text);
    }

    public void AddId(string text)
    {
        var (original, which, isUpper) = (Guid.Parse(text), makers.Count, text.Any(char.IsUpper));
        Guid Copy(long n) => Ids.Of(original, n, which, Shift(n));
        makers[text] = n => isUpper ? Copy(n).ToString().ToUpperInvariant() : Copy(n).ToString();
        makers[Ids.Text(original)] = n => Ids.Text(Copy(n));
        makers[Ids.OrderNumber(original)] = n => Ids.OrderNumber(Copy(n));
    }

    /// <summary>Whatever in the rows looks like an id of the gateway.</summary>
    public void AddGatewayIds(IEnumerable<object?[]> own)
    {
        foreach (var id in own.SelectMany(row => row).OfType<string>().SelectMany(cell => Regex.Matches(cell, "\\b(?:cs_test|pi|evt|ch|py|cus|pm|txn)_[A-Za-z0-9]+").Select(m => m.Value)).Distinct().ToList())
        {
            if (makers.Keys.All(known => !id.EndsWith(known, StringComparison.Ordinal))) AddName(id);
        }
    }

    /// <summary>A name that gets the copy's number.</summary>
    public void AddName(string name) => makers[name] = n => string.Create(CultureInfo.InvariantCulture, $"{name}{n}");

    public void Add(string text, Func<long, string> copy) => makers[text] = copy;

    /// <summary>Knows no more than what was added so far.</summary>
    public void Close() => any = new Regex(string.Join('|', makers.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape)), RegexOptions.Compiled);

    /// <summary>How a text is written for a copy; null where it is the same for all.</summary>
    public Func<long, string>? Of(string text)
    {
        var parts = new List<Func<long, string>>();
        var end = 0;
        foreach (Match match in any.Matches(text))
        {
            if (match.Index > end) Literal(parts, text[end..match.Index]);
            parts.Add(makers[match.Value]);
            end = match.Index + match.Length;
        }
        if (parts.Count == 0) return null;
        if (end < text.Length) Literal(parts, text[end..]);
        return parts is [var one] ? one : n => string.Concat(parts.Select(part => part(n)));
    }

    private static void Literal(List<Func<long, string>> parts, string text) => parts.Add(_ => text);
}
