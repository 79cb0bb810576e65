namespace Emporium.Host.DemoStore;

/// <summary>A text under a head of <c>key: value</c> lines between two lines of dashes. A key may repeat.</summary>
internal sealed record HeadedText(ILookup<string, string> Head, string Body)
{
    private const string Fence = "---\n";

    /// <exception cref="FormatException">The text has no head, or the head never ends.</exception>
    public static HeadedText Read(string text)
    {
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal) : -1;
        if (end < 0) throw new FormatException("A head between two lines of dashes is expected first.");

        var head = text[Fence.Length..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(
            line => line[..line.IndexOf(':', StringComparison.Ordinal)].Trim(),
            line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(),
            StringComparer.Ordinal);
        return new HeadedText(head, text[(end + 1 + Fence.Length)..].Trim() + "\n");
    }

    /// <exception cref="FormatException">The key is missing, or there is more than one.</exception>
    public string One(string key) => Head[key].ToList() is [var value]
        ? value
        : throw new FormatException($"Exactly one '{key}' is expected in the head.");
}
