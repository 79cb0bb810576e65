using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>Turns inline Markdown into atoms.</summary>
/// <param name="chapter">The chapter's name, to which links within it are relative.</param>
internal sealed class Compositor(string chapter)
{
    private const double AfterDash = 50;
    private readonly List<Atom> _atoms = [];

    public static List<Atom> Compose(string chapter, ContainerInline? inlines, Ink ink, double indent = 0)
    {
        var compositor = new Compositor(chapter);
        if (indent > 0) compositor._atoms.Add(Atom.Gap(indent, ink));
        compositor.Walk(inlines, ink);
        return compositor.Finish(ink);
    }

    public static List<Atom> Compose(string text, Ink ink)
    {
        var compositor = new Compositor("");
        compositor.Words(text, ink, isHyphenated: true);
        return compositor.Finish(ink);
    }

    private void Walk(ContainerInline? inlines, Ink ink)
    {
        var pending = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            if (inline is LiteralInline literal) pending.Append(literal.Content.AsSpan());
            else if (inline is SmartyPant quote) pending.Append(Markup.Curl(quote));
            else
            {
                Flush(pending, ink);
                Set(inline, ink);
            }
        }

        Flush(pending, ink);
    }

    private void Flush(StringBuilder pending, Ink ink)
    {
        Words(pending.ToString(), ink, isHyphenated: true);
        pending.Clear();
    }

    private void Set(Inline inline, Ink ink)
    {
        switch (inline)
        {
            case EmphasisInline emphasis:
                Walk(emphasis, emphasis.DelimiterCount == 2 ? ink.Strong : ink.Emphasized);
                break;
            case CodeInline code:
                Words(code.Content, ink.Typewritten, isHyphenated: false);
                break;
            case LinkInline link:
                Walk(link, ink with { Color = Ink.Accent, Link = Target(link.Url ?? "") });
                break;
            case AutolinkInline link:
                Words(link.Url, ink with { Color = Ink.Accent, Link = link.Url }, isHyphenated: false);
                break;
            case FootnoteLink { IsBackLink: false } note:
                _atoms.Add(Atom.Box(note.Footnote.Order.ToString(CultureInfo.InvariantCulture), ink.Superscript(note.Footnote.Order)));
                break;
            case LineBreakInline { IsHard: true }:
                _atoms.Add(Atom.Fill(ink));
                _atoms.Add(Atom.Break(ink, Atom.Always));
                break;
            case LineBreakInline:
                Space(ink);
                break;
            case FootnoteLink or TaskList:
                break;
            default:
                throw new NotSupportedException($"The bindery cannot set {inline.GetType().Name}.");
        }
    }

    /// <summary>Manuscripts link as <c>03-chapter.md#heading</c>; the book knows <c>03-chapter#heading</c>.</summary>
    private string Target(string url) => url switch
    {
        ['#', ..] => $"#{chapter}{url}",
        _ when url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal) => url,
        _ => "#" + url.Replace(".md", "", StringComparison.Ordinal),
    };

    private void Words(string text, Ink ink, bool isHyphenated)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ' ') continue;
            if (i > start) Word(text[start..i], ink, isHyphenated);
            if (i < text.Length) Space(ink);
            start = i + 1;
        }
    }

    private void Word(string word, Ink ink, bool isHyphenated)
    {
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var isLetter = char.IsAsciiLetter(word[i]);
            if (i + 1 < word.Length && isLetter == char.IsAsciiLetter(word[i + 1])) continue;
            var part = word[start..(i + 1)];
            if (isLetter && isHyphenated) Hyphenated(part, ink);
            else _atoms.Add(Atom.Box(part, ink));
            if (i + 1 < word.Length && part[^1] is '-' or '/' or '–' or '—') _atoms.Add(Atom.Break(ink, AfterDash));
            start = i + 1;
        }
    }

    private void Hyphenated(string letters, Ink ink)
    {
        var parts = Hyphenator.Split(letters);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) _atoms.Add(Atom.Hyphen(ink));
            _atoms.Add(Atom.Box(parts[i], ink));
        }
    }

    private void Space(Ink ink)
    {
        if (_atoms.Count > 0 && _atoms[^1].Is is not Atom.Kind.Glue) _atoms.Add(Atom.Space(ink));
    }

    private List<Atom> Finish(Ink ink)
    {
        while (_atoms.Count > 0 && _atoms[^1].Is is Atom.Kind.Glue) _atoms.RemoveAt(_atoms.Count - 1);
        _atoms.Add(Atom.Break(ink, Atom.Never));
        _atoms.Add(Atom.Fill(ink));
        _atoms.Add(Atom.Break(ink, Atom.Always));
        return _atoms;
    }
}
