using System.Text.Json.Nodes;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using FactAttribute = Xunit.FactAttribute;

namespace Emporium.Tests.Events;

/// <summary>
/// One stored sample per fact and version, never changed once released: what a store has written must be read for ever. A field may be
/// added to a fact when samples without it still parse; anything else is a new version with a sample of its own.
/// </summary>
public sealed class SampleTests
{
    private static readonly FactCatalog Facts = new(Host.Modules.All);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Emporium.Tests", "Events", "samples");

    public static IEnumerable<TheoryDataRow<string, int>> Known => Facts.All.Select(f => new TheoryDataRow<string, int>(f.Name, f.Version));

    [Theory, MemberData(nameof(Known))]
    public void A_stored_fact_is_read_as_it_was_written(string name, int version)
    {
        var sample = File.ReadAllText(Path.Combine(Folder, $"{name}.{version}.json"));

        var read = Facts.Read(name, version, sample);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sample), JsonNode.Parse(FactCatalog.Write(read))), FactCatalog.Write(read));
    }

    [Fact]
    public void Every_sample_belongs_to_a_fact_that_the_program_still_reads() => Assert.Empty(
        Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Except(Facts.All.Select(f => $"{f.Name}.{f.Version}")));

    [Fact]
    public void Every_fact_stands_in_the_guide_with_its_sample()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "events.md"));

        Assert.Empty(Facts.All.Where(f => !guide.Contains($"`{f.Name}/{f.Version}`", StringComparison.Ordinal)).Select(f => f.Name));
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.json").Where(file => !guide.Contains(File.ReadAllText(file).Trim(), StringComparison.Ordinal)).Select(Path.GetFileName));
    }
}
