using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Emporium.Tests.Security;

public sealed class MasterKeyTests
{
    [Fact]
    public void Programs_that_start_together_make_one_key_and_leave_no_drafts()
    {
        using var folder = new TestFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Data:Folder", folder.Path)]).Build();

        var keys = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => Convert.ToHexString(new MasterKey(configuration).Derive("test"))).ToList();

        Assert.Single(keys.Distinct());
        Assert.Equal(["master.key"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }
}
