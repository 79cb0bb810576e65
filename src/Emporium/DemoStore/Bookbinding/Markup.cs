using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>The Markdown that manuscripts are written in: tables, footnotes, task lists, and typewriter quotes that come out curled.</summary>
internal static class Markup
{
    private static readonly SmartyPantOptions Curled = new()
    {
        Mapping =
        {
            [SmartyPantType.Quote] = "’",
            [SmartyPantType.LeftQuote] = "‘",
            [SmartyPantType.RightQuote] = "’",
            [SmartyPantType.DoubleQuote] = "\"",
            [SmartyPantType.LeftDoubleQuote] = "“",
            [SmartyPantType.RightDoubleQuote] = "”",
            [SmartyPantType.Ellipsis] = "…",
            [SmartyPantType.Dash2] = "–",
            [SmartyPantType.Dash3] = "—",
        },
    };

    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseSmartyPants(Curled)
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseGenericAttributes()
        .Build();

    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // SmartyPants leaves apostrophes within words alone.
        foreach (var literal in document.Descendants<LiteralInline>())
            literal.Content = new StringSlice(literal.Content.ToString().Replace('\'', '’'));
        return document;
    }

    public static IReadOnlyList<string> Lines(LeafBlock code) =>
        [.. Enumerable.Range(0, code.Lines.Count).Select(i => code.Lines.Lines[i].ToString())];

    public static string Curl(SmartyPant quote) => Curled.Mapping[quote.Type];

    public static string PlainText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                SmartyPant quote => Curl(quote),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString();
    }
}
