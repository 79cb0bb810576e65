using System.Globalization;
using System.Text.RegularExpressions;
using Emporium.Tax.Rates;
using Emporium.Tests.Support;

namespace Emporium.Tests.Documents;

/// <summary>What the documents name exists, and what they compute is right.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_file_that_a_document_names_exists() => Assert.Empty(Documents()
        .SelectMany(d => Named().Matches(d.Text).Select(m => (Name: m.Groups["path"].Value, d.File, Base: Repository.Root))
            .Concat(Linked().Matches(d.Text).Select(m => (Name: m.Groups["path"].Value, d.File, Base: Path.GetDirectoryName(d.File)!))))
        .Where(n => !Path.Exists(Path.Combine(n.Base, n.Name)))
        .Select(n => $"{Path.GetRelativePath(Repository.Root, n.File)}: {n.Name}"));

    [Fact]
    public void Every_setting_that_the_code_reads_by_name_is_in_the_table_of_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var read = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => Setting().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value)).Distinct(StringComparer.Ordinal)
            .Where(name => !name.StartsWith("Sandbox:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_entry_of_the_guide_to_the_books_is_balanced()
    {
        var balances = new List<(string Entry, decimal Sum)>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "ledger.md")))
        {
            if (Posting().Match(line) is not { Success: true } posting) continue;
            if (posting.Groups["entry"].Value is { Length: > 0 } entry) balances.Add((entry, 0));
            balances[^1] = (balances[^1].Entry, balances[^1].Sum + Amount(posting.Groups["debit"]) - Amount(posting.Groups["credit"]));
        }

        Assert.Equal(11, balances.Count);
        Assert.All(balances, b => Assert.Equal(0, b.Sum));
    }

    [Fact]
    public void The_tax_in_the_guide_to_the_books_is_the_tax_that_is_charged() =>
        Assert.Equal((new Money(23_58, "EUR"), new Money(5_42, "EUR")), IncludedTax.Split(new Money(29_00, "EUR"), 2_300));

    private static decimal Amount(Group text) => text.Value.Trim() is { Length: > 0 } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : 0;

    private static IEnumerable<(string File, string Text)> Documents() =>
        new[] { Repository.Root, Path.Combine(Repository.Root, "docs"), Path.Combine(Repository.Root, "docs", "decisions") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).Select(file => (file, File.ReadAllText(file)));

    // Names of things to come, such as src/Modules/Reviews, and patterns are no files.
    [GeneratedRegex("`(?<path>(src|tests)/(?!Modules/(Reviews|X)/)[^`{*]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?!http)(?<path>[^)#]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();

    [GeneratedRegex("""onfiguration(\["|\.GetValue(<\w+>)?\(")(?<name>[A-Za-z0-9]+(:[A-Za-z0-9]+)+)"[],)]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| (`(?<entry>[a-z_.]+)`)? ?\| [a-z_]+ / \S+ \|(?<debit>[ \d.]*)\|(?<credit>[ \d.]*)\|$", RegexOptions.ExplicitCapture)]
    private static partial Regex Posting();
}
