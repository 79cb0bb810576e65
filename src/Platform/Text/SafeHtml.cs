using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Emporium.Platform.Text;

/// <summary>
/// Keeps the elements and attributes of a text and nothing else. What is not on the list is taken out: its content too where that
/// is no text to read, otherwise the content stays.
/// </summary>
public static class SafeHtml
{
    private const int MaxDepth = 100;
    private const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> Kept = Set(
        "p h2 h3 h4 h5 ul ol li dl dt dd strong em b i s del ins mark sub sup small abbr cite q code kbd samp pre blockquote hr br a img table thead tbody tfoot tr th td caption");

    private static readonly FrozenSet<string> DroppedWhole = Set(
        "script style iframe frame frameset object embed applet template noscript noembed noframes plaintext xmp textarea select option button input form svg math title head meta link base audio video canvas dialog");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Attributes = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["a"] = Set("href title"),
        ["img"] = Set("src alt title width height"),
        ["abbr"] = Set("title"),
        ["ol"] = Set("start"),
        ["th"] = Set("colspan rowspan"),
        ["td"] = Set("colspan rowspan"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="TextTooDeepException">Elements stand within elements more than a hundred deep.</exception>
    public static string Clean(string html)
    {
        var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;
        Clean(body);
        return body.InnerHtml.Trim();
    }

    /// <summary>Cleans what stands inside the element, in place.</summary>
    /// <exception cref="TextTooDeepException">Elements stand within elements more than a hundred deep.</exception>
    public static void Clean(IElement root)
    {
        RefuseDepth(root);
        CleanChildren(root);
    }

    // Before anything recurses: a hundred thousand open elements would exhaust the stack.
    private static void RefuseDepth(INode root)
    {
        var left = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (left.TryPop(out var at))
        {
            if (at.Depth > MaxDepth) throw new TextTooDeepException();
            foreach (var child in at.Node.ChildNodes) left.Push((child, at.Depth + 1));
        }
    }

    private static void CleanChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes.ToArray())
        {
            if (child is IElement element) CleanElement(element);
            else if (child is not IText) parent.RemoveChild(child);
        }
    }

    private static void CleanElement(IElement element)
    {
        if (element.NamespaceUri != XhtmlNamespace || DroppedWhole.Contains(element.LocalName))
        {
            element.Remove();
            return;
        }

        CleanChildren(element);
        if (!Kept.Contains(element.LocalName)) element.Replace([.. element.ChildNodes]);
        else CleanAttributes(element);
    }

    private static void CleanAttributes(IElement element)
    {
        var allowed = Attributes.GetValueOrDefault(element.LocalName);
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (allowed?.Contains(attribute.Name) is not true || !IsHarmless(attribute)) element.RemoveAttribute(attribute.Name);
        }
        if (element.LocalName == "img" && !element.HasAttribute("src")) element.Remove();
    }

    private static bool IsHarmless(IAttr attribute) => attribute.Name switch
    {
        "href" => IsHere(attribute.Value) || (Uri.TryCreate(attribute.Value, UriKind.Absolute, out var to) && (to.Scheme is "https" or "http" or "mailto")),
        "src" => IsHere(attribute.Value),
        "width" or "height" or "colspan" or "rowspan" or "start" => attribute.Value.Length is > 0 and < 5 && attribute.Value.All(char.IsAsciiDigit),
        _ => true,
    };

    // A path of this store or a place on this page; "//host" and "/\host" are other places.
    private static bool IsHere(string address) =>
        !address.Any(c => char.IsControl(c) || c == '\\') && (address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)));

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
