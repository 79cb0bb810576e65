using System.Text;

namespace Emporium.Catalog.Products;

/// <summary>Names under which a buyer saves a file, safe on every system.</summary>
internal static class FileNames
{
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The last part of the name without what a file system refuses; its ending is kept.</summary>
    /// <exception cref="Refusal"><c>product.file_name_invalid</c>: nothing is left of it.</exception>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC);
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !IsInvisible(c) && !Forbidden.Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        if (clean.Length == 0) throw Refusal.Invalid("product.file_name_invalid", "The file has no usable name. Give it one, such as field-notes.pdf.", "files");
        return clean.Length <= ProductRules.MaxFileName ? clean : Shorten(clean);
    }

    // Directional marks can make "gpj.exe" read as "exe.jpg".
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate;

    private static string Shorten(string name)
    {
        var ending = Path.GetExtension(name) is { Length: > 1 and <= 10 } known ? known : "";
        return name[..(ProductRules.MaxFileName - ending.Length)].TrimEnd() + ending;
    }
}
