using System.Text.RegularExpressions;
using Emporium.Tests.Support;

namespace Emporium.Tests.Architecture;

/// <summary>
/// A page is drawn once before what it reads has come, and again after. The first time it holds nothing, and its children would read
/// beside it from a context that serves one reader: on PostgreSQL both fail, on SQLite neither, which answers at once.
/// </summary>
public sealed partial class PageTests
{
    [Fact]
    public void A_page_shows_nothing_before_it_has_read()
    {
        var hasty = from file in Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
                    let text = File.ReadAllText(file)
                    where text.Contains("@page ", StringComparison.Ordinal) && text.Contains("OnInitializedAsync", StringComparison.Ordinal)
                        && !text.Contains("@inherits OwningComponentBase", StringComparison.Ordinal)
                        && !FirstMarkup().Match(text).Value.StartsWith("@if", StringComparison.Ordinal)
                    select Path.GetFileName(file);

        Assert.Empty(hasty);
    }

    [GeneratedRegex("^(@if|<).*$", RegexOptions.Multiline)]
    private static partial Regex FirstMarkup();
}
