using Markdig;

namespace Emporium.Catalog.Products;

/// <summary>Turns a merchant's Markdown into HTML that can do no harm.</summary>
internal static class Markdown
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseDefinitionLists().UseEmphasisExtras().UseFootnotes().UseSmartyPants().Build();

    /// <exception cref="Refusal"><c>product.description_too_deep</c>.</exception>
    public static string ToSafeHtml(string markdown)
    {
        try
        {
            return HtmlSanitizer.Clean(Markdig.Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException nested) when (nested.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw HtmlSanitizer.TooDeep();
        }
    }
}
