using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Ui;

namespace Emporium.Accounts.Erasing;

/// <summary>The page of an export that a person reads: whatever a module said, as headings, terms and lists. It needs nothing but itself.</summary>
internal static partial class ExportPage
{
    private const string Style = """
        body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 6rem; font: 16px/1.55 Georgia, serif; color: #1b2030; background: #faf8f3; }
        h1, h2 { font-weight: normal; line-height: 1.2; } h2 { margin-top: 3rem; border-top: 1px solid #1b2030; padding-top: 1rem; }
        dl { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0 1rem; margin: 0; font: 14px/1.5 Helvetica, Arial, sans-serif; }
        dt, dd { margin: 0; padding: .3rem 0; border-top: 1px solid #ddd8cc; overflow-wrap: anywhere; white-space: pre-line; } dt { color: #5b6070; }
        ol { margin: 0; padding-left: 1.5rem; } li { margin: .5rem 0; }
        @media (prefers-color-scheme: dark) { body { color: #ece8df; background: #14171f; } dt, dd { border-color: #383c48; } dt { color: #a7abb8; } h2 { border-color: #ece8df; } }
        """;

    public static string Of(string store, string email, DateTimeOffset at, IReadOnlyList<(string Name, JsonElement Json)> chapters)
    {
        var day = MomentText.Exact(at, CultureInfo.GetCultureInfo("en-GB"));
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append($"<title>What {Text(store)} knows of you</title><style>{Style}</style></head><body><h1>What {Text(store)} knows of you</h1>")
            .Append($"<p>Everything about {Text(email)}, as of {Text(day)}. The same stands for programs in the folder <code>data</code>. Amounts are in the smallest unit of their currency.</p>");
        foreach (var (name, json) in chapters)
        {
            html.Append($"<h2>{Text(name)}</h2>");
            Write(html, json);
        }
        if (chapters.Count == 0) html.Append("<p>Nothing.</p>");
        return html.Append("</body></html>").ToString();
    }

    private static void Write(StringBuilder html, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                html.Append("<dl>");
                foreach (var property in json.EnumerateObject())
                {
                    html.Append($"<dt>{Text(Words(property.Name))}</dt><dd>");
                    Write(html, property.Value);
                    html.Append("</dd>");
                }
                html.Append("</dl>");
                break;
            case JsonValueKind.Array when json.GetArrayLength() == 0:
                html.Append("none");
                break;
            case JsonValueKind.Array:
                html.Append("<ol>");
                foreach (var item in json.EnumerateArray())
                {
                    html.Append("<li>");
                    Write(html, item);
                    html.Append("</li>");
                }
                html.Append("</ol>");
                break;
            default:
                html.Append(Text(json.ToString()));
                break;
        }
    }

    // lastSeenAt: “Last seen at”.
    private static string Words(string name)
    {
        var words = Humps().Replace(name, " $0").ToLowerInvariant().Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Humps();
}
