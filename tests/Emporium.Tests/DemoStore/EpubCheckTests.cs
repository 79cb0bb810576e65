using System.Diagnostics;
using Emporium.Host.DemoStore;

namespace Emporium.Tests.DemoStore;

/// <summary>Debian's <c>epubcheck</c> reads every EPUB on the shelf.</summary>
public sealed class EpubCheckTests
{
    private const string Checker = "/usr/share/java/epubcheck.jar";

    public static TheoryData<string> Names =>
        [.. DemoGoods.All.SelectMany(product => product.Files).Select(file => file.Name).Where(name => name.EndsWith(".epub", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_epub_passes_epubcheck_without_a_warning(string name)
    {
        Assert.SkipUnless(File.Exists(Checker), "epubcheck is not installed: apt-get install epubcheck");
        var ct = TestContext.Current.CancellationToken;
        var path = Path.Combine(Directory.CreateTempSubdirectory("epubcheck").FullName, name);
        await File.WriteAllBytesAsync(path, DemoGoods.All.SelectMany(product => product.Files).Single(file => file.Name == name).Bytes, ct);

        using var java = Process.Start(new ProcessStartInfo("java", ["-XX:TieredStopAtLevel=1", "-jar", Checker, "--failonwarnings", path]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var report = Task.WhenAll(java.StandardOutput.ReadToEndAsync(ct), java.StandardError.ReadToEndAsync(ct));
        await java.WaitForExitAsync(ct);

        Assert.True(java.ExitCode == 0, string.Concat(await report));
    }
}
