using System.Buffers.Binary;
using System.Text.Json;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Emporium.Ui;

namespace Emporium.Tests.Storefront;

public sealed class InstallTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manifest_names_icons_that_are_as_large_as_it_says()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        var manifest = JsonDocument.Parse(await visitor.GetStringAsync("/app.webmanifest", Ct)).RootElement;
        var icons = manifest.GetProperty("icons").EnumerateArray().Where(i => i.GetProperty("type").GetString() == "image/png").ToList();

        Assert.Equal("Emporium", manifest.GetProperty("name").GetString());
        Assert.Contains(icons, i => i.GetProperty("purpose").GetString() == "maskable");
        foreach (var icon in icons)
        {
            var png = await visitor.GetByteArrayAsync(icon.GetProperty("src").GetString(), Ct);
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }
    }

    [Fact]
    public async Task The_worker_may_run_and_knows_the_files_of_this_build()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        using var answer = await visitor.GetAsync("/service-worker.js", Ct);
        var script = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains("worker-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(Asset.Shell, file => Assert.Contains(file, script, StringComparison.Ordinal));
        Assert.Contains("You are offline", await visitor.Page("/offline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MarkShape.Arch)]
    [InlineData(MarkShape.Book)]
    [InlineData(MarkShape.Rings)]
    [InlineData(MarkShape.Steps)]
    [InlineData(MarkShape.Leaf)]
    public void A_sign_keeps_within_the_middle_that_no_system_cuts_away(MarkShape shape)
    {
        var reach = MarkOutline.Of(shape).SelectMany(outline => outline).Max(p => Math.Sqrt(Math.Pow(p.X - 16, 2) + Math.Pow(p.Y - 16, 2)));

        Assert.InRange(reach, 8, 12.8);
    }

    [Fact]
    public void A_picture_is_taken_without_what_it_carries_besides()
    {
        var picture = MarkPng.Draw(MarkShape.Arch, "#14213d", "#f8f5ee", 32, isBleeding: true);
        byte[] talkative = [.. picture[..33], .. Comment("GPS 38.71, -9.14"), .. picture[33..]];

        var stripped = Png.Strip(talkative);

        Assert.Equal((32, 32), (stripped!.Value.Width, stripped.Value.Height));
        Assert.Equal(picture, stripped.Value.Bytes);
        Assert.Null(Png.Strip(picture[..^20]));
        Assert.Null(Png.Strip("<svg onload=alert(1)>"u8));
    }

    private static byte[] Comment(string text)
    {
        byte[] named = [.. "tEXt"u8, .. System.Text.Encoding.ASCII.GetBytes(text)];
        var sum = uint.MaxValue;
        foreach (var b in named)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, ~sum);
        return [.. length, .. named, .. checksum];
    }
}
