using System.Text;

namespace Emporium.Legal.Writing;

/// <summary>A page of Markdown under the pen. What merchants typed into fields is plain text: <see cref="Plain"/> keeps it so.</summary>
internal sealed class Page
{
    private readonly StringBuilder text = new();

    public Page Heading(string words) => Block($"## {words}");

    public Page Text(string sentence) => Block(sentence);

    public Page TextIf(bool isSo, string sentence) => isSo ? Block(sentence) : this;

    public Page List(params IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => $"- {item}")));

    /// <summary>An address or the like: each line stays one.</summary>
    public Page Lines(params IEnumerable<string> lines) => Block(string.Join("  \n", lines.SelectMany(l => l.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0)));

    public override string ToString() => text.ToString();

    /// <summary>Escapes what Markdown would take for its own.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed.Replace("\r", "", StringComparison.Ordinal)) plain.Append(c is not '\n' && char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) ? $"\\{c}" : c);
        return plain.ToString();
    }

    public static string Mail(string address) => $"[{Plain(address)}](mailto:{address})";

    private Page Block(string block)
    {
        if (text.Length > 0) text.Append('\n');
        text.Append(block).Append('\n');
        return this;
    }
}
