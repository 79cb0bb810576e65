using System.Globalization;
using System.Text;

namespace Emporium.Catalog.Products;

/// <summary>Makes an address of a title: “Où est l'œuf?” becomes <c>ou-est-l-oeuf</c>.</summary>
internal static class SlugWords
{
    /// <returns>May be empty where no letter of the title has a Latin form; the merchant is asked then.</returns>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Replace("ß", "ss", StringComparison.Ordinal).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString(0, Math.Min(slug.Length, ProductRules.MaxSlug)).Trim('-');
    }
}
