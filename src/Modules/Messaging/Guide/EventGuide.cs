using System.Text.RegularExpressions;

namespace Emporium.Messaging.Guide;

/// <summary>What docs/events.md says of each event: the document is part of the program, so that the desk, the API and the reader have one source.</summary>
internal sealed partial class EventGuide
{
    /// <param name="Data">The sample, as JSON.</param>
    public sealed record Entry(string Group, string Meaning, string Data);

    private readonly Dictionary<(string Name, int Version), Entry> entries = [];

    public EventGuide()
    {
        using var reader = new StreamReader(typeof(EventGuide).Assembly.GetManifestResourceStream("Messaging/events.md")!);
        var group = "";
        foreach (Match match in Parts().Matches(reader.ReadToEnd()))
        {
            if (match.Groups["group"] is { Success: true } heading) group = heading.Value.Trim();
            else entries[(match.Groups["name"].Value, int.Parse(match.Groups["version"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))] =
                new Entry(group, MeaningOf(match.Groups["text"].Value), match.Groups["data"].Value.Trim());
        }
    }

    public Entry? Find(string name, int version) => entries.GetValueOrDefault((name, version));

    // What comes after is for those who work on the store: the subject, and which reactions wait.
    private static string MeaningOf(string text)
    {
        var end = text.IndexOf(" About the ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim().ReplaceLineEndings(" ").Replace("`", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^## (?<group>[^\n]+)$|^### `(?<name>[a-z_.]+)/(?<version>\d+)`\s+(?<text>[^#]+?)```json\s(?<data>.+?)```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Parts();
}
