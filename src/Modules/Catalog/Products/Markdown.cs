using Emporium.Platform.Text;

namespace Emporium.Catalog.Products;

/// <summary>Turns a merchant's description into HTML that can do no harm.</summary>
internal static class Markdown
{
    /// <exception cref="Refusal"><c>product.description_too_deep</c>.</exception>
    public static string ToSafeHtml(string markdown)
    {
        try
        {
            return SafeMarkdown.ToHtml(markdown);
        }
        catch (TextTooDeepException)
        {
            throw Refusal.Invalid("product.description_too_deep", "The description nests lists, quotes or elements too deeply. Flatten it.", "description");
        }
    }
}
