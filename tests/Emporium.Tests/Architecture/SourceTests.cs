using System.Text.RegularExpressions;
using Emporium.Tests.Support;

namespace Emporium.Tests.Architecture;

/// <summary>What must not stand in the source.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_source_holds_what_says_nothing() => Assert.Empty(Sources().Where(s => Nothing().IsMatch(s.Text)).Select(s => s.Name));

    [Fact]
    public void Only_Platform_asks_which_database_it_is() => Assert.Empty(Sources()
        .Where(s => s.Text.Contains("IsSqlite(", StringComparison.Ordinal) || s.Text.Contains("IsNpgsql(", StringComparison.Ordinal))
        .Select(s => s.Name).Where(name => !name.StartsWith("src/Platform/Data/", StringComparison.Ordinal)));

    [Fact]
    public void Only_StoreDb_opens_transactions() => Assert.Empty(Sources()
        .Where(s => s.Text.Contains("BeginTransaction", StringComparison.Ordinal) && s.Text.Contains("StoreDb", StringComparison.Ordinal))
        .Select(s => s.Name).Where(name => name is not ("src/Platform/Data/StoreDb.cs" or "src/Platform/Data/Sqlite/WriteGroup.cs")));

    private static IEnumerable<(string Name, string Text)> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => (Name: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), file))
        .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal) && !file.Name.Contains("/node_modules/", StringComparison.Ordinal))
        .Select(file => (file.Name, File.ReadAllText(file.file)));

    [GeneratedRegex(@"#region|Gets or sets|\bTODO\b|\bFIXME\b|throw new NotImplementedException")]
    private static partial Regex Nothing();
}
