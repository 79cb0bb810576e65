using Markdig;

namespace Emporium.Platform.Text;

/// <summary>Turns a merchant's Markdown into HTML that can do no harm.</summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseDefinitionLists().UseEmphasisExtras().UseFootnotes().UseSmartyPants().Build();

    /// <exception cref="TextTooDeepException">Lists or quotes stand within each other too deeply.</exception>
    public static string ToHtml(string markdown)
    {
        try
        {
            return SafeHtml.Clean(Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException nested) when (nested.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new TextTooDeepException();
        }
    }
}
