using System.Text.RegularExpressions;

namespace Emporium.Host.ApiReference;

/// <summary>Every code with which the store refuses, as docs/refusals.md lists them: the document is part of the program, and a test holds it to the source.</summary>
internal sealed partial class RefusalList
{
    /// <param name="Operations">The operations of the API that may answer it; <c>*</c> for all.</param>
    public sealed record Entry(string Code, int Status, string Meaning, string Remedy, IReadOnlyList<string> Operations)
    {
        public bool IsAnsweredBy(string? operation) => Operations.Contains("*") || (operation is not null && Operations.Contains(operation));
    }

    public static IReadOnlyList<Entry> All { get; } = Read();

    private static List<Entry> Read()
    {
        using var reader = new StreamReader(typeof(RefusalList).Assembly.GetManifestResourceStream("ApiReference/refusals.md")!);
        return [.. Rows().Matches(reader.ReadToEnd()).Select(row => new Entry(
            row.Groups["code"].Value, int.Parse(row.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), row.Groups["meaning"].Value, row.Groups["remedy"].Value,
            row.Groups["operations"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];
    }

    [GeneratedRegex(@"^\| `(?<code>[a-z_]+\.[a-z_]+)` \| (?<status>\d{3}) \| (?<meaning>[^|]+?) \| (?<remedy>[^|]+?) \| (?<operations>[^|]*?) \|\r?$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rows();
}
