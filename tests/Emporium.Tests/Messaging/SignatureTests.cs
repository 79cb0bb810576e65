using System.Diagnostics;
using System.Text;
using Emporium.Messaging.Sending;
using Emporium.Tests.Support;

namespace Emporium.Tests.Messaging;

/// <summary>What signs is what the specification says, and the samples that we give to receivers agree.</summary>
public sealed class SignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"order.paid","data":{"note":"Grüße, 50 % off"}}""");

    /// <summary>The example of the specification's own libraries.</summary>
    [Fact]
    public void The_published_example_comes_out() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.Of(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1_614_265_330), """{"test": 2432232314}"""u8));

    [Fact]
    public void Every_secret_that_is_good_signs()
    {
        var (now, secrets) = (TimeProvider.System.GetUtcNow(), new[] { Signature.NewSecret(), Signature.NewSecret() });
        var signature = Signature.Of(secrets, "evt_1", now, Body);

        Assert.All(secrets, secret => Assert.True(StandardWebhook.IsGenuine(secret, "evt_1", Signature.Timestamp(now), signature, Body, now)));
        Assert.False(StandardWebhook.IsGenuine(Signature.NewSecret(), "evt_1", Signature.Timestamp(now), signature, Body, now));
        Assert.False(StandardWebhook.IsGenuine(secrets[0], "evt_2", Signature.Timestamp(now), signature, Body, now));
        Assert.False(StandardWebhook.IsGenuine(secrets[0], "evt_1", Signature.Timestamp(now), signature, Body, now.AddMinutes(6)));
    }

    [Fact]
    public void A_secret_has_256_bits_and_its_prefix()
    {
        var secret = Signature.NewSecret();

        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
    }

    [Theory]
    [InlineData("node", "verify.mjs")]
    [InlineData("python3", "verify.py")]
    [InlineData("php", "verify.php")]
    [InlineData("sh", "verify.sh")]
    public async Task The_samples_tell_the_genuine_from_the_forged(string tool, string file)
    {
        var program = Find(tool) ?? "";
        Assert.SkipWhen(program.Length == 0, $"There is no {tool} on this machine.");
        var (now, secret) = (TimeProvider.System.GetUtcNow(), Signature.NewSecret());
        var signature = Signature.Of([Signature.NewSecret(), secret], "evt_1", now, Body);

        Assert.Equal("genuine", await Ask(program, file, secret, now, signature, Body));
        Assert.Equal("forged", await Ask(program, file, Signature.NewSecret(), now, signature, Body));
        Assert.Equal("forged", await Ask(program, file, secret, now, signature, [.. Body, (byte)' ']));
        Assert.Equal("forged", await Ask(program, file, secret, now.AddMinutes(-6), Signature.Of([secret], "evt_1", now.AddMinutes(-6), Body), Body));
    }

    [Theory]
    [InlineData("StandardWebhook.cs")]
    [InlineData("verify.mjs")]
    [InlineData("verify.py")]
    [InlineData("verify.php")]
    [InlineData("verify.sh")]
    public void The_guide_shows_each_sample_as_it_is(string file) => Assert.Contains(
        File.ReadAllText(Sample(file)).Trim(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "webhooks.md")), StringComparison.Ordinal);

    private static string Sample(string file) => Path.Combine(Repository.Root, "samples", "webhooks", file);

    private static string? Find(string tool) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    private static async Task<string> Ask(string program, string file, string secret, DateTimeOffset at, string signature, byte[] body)
    {
        var start = new ProcessStartInfo(program, Sample(file)) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("SECRET", secret), ("ID", "evt_1"), ("TIMESTAMP", Signature.Timestamp(at)), ("SIGNATURE", signature) }) start.Environment[$"WEBHOOK_{name}"] = value;
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(body, TestContext.Current.CancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has made up its mind without the body.
        }
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(said.Trim() == "genuine" ? 0 : 1, process.ExitCode);
        return said.Trim();
    }
}
