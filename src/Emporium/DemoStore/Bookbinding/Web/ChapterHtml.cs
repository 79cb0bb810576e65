using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Emporium.Host.DemoStore.Bookbinding.Web;

/// <summary>A chapter as well-formed XHTML: links lead to pages, charts become SVG.</summary>
internal static class ChapterHtml
{
    public static string Render(MarkdownDocument text, string extension = ".xhtml")
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html) { LinkRewriter = url => url.Replace(".md", extension, StringComparison.Ordinal) };
        Markup.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ChartOrCode());
        renderer.Render(text);

        // An XML id has no colon; Markdig's footnotes have one.
        return html.ToString()
            .Replace("\"fn:", "\"fn-", StringComparison.Ordinal).Replace("\"fnref:", "\"fnref-", StringComparison.Ordinal)
            .Replace("\"#fn:", "\"#fn-", StringComparison.Ordinal).Replace("\"#fnref:", "\"#fnref-", StringComparison.Ordinal);
    }

    private sealed class ChartOrCode : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            if (block is FencedCodeBlock { Info: BarChart.Info }) renderer.WriteLine(ChartSvg.Draw(BarChart.Read(Markup.Lines(block))));
            else base.Write(renderer, block);
        }
    }
}
