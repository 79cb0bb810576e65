using System.Security.Cryptography;
using System.Text;
using Emporium.Payments.Gateways.Stripe;

namespace Emporium.Tests.Payments.Stripe;

public sealed class StripeSignatureTests
{
    private const string Secret = "whsec_test_secret";
    private static readonly byte[] Body = """{"id":"evt_1","object":"event"}"""u8.ToArray();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void A_signature_made_with_the_secret_is_genuine() => Assert.True(IsGenuine($"t={Time(0)},v1={Mac(0)}"));

    [Fact]
    public void A_signature_made_elsewhere_is_genuine() => Assert.True(IsGenuine("t=1790000000,v1=765d0d35514a56905b8ddef451bc5570cc45dfa0395a213879a36689a6be55a3"));

    [Fact]
    public void Any_v1_may_match() => Assert.True(IsGenuine($"t={Time(0)},v1={new string('0', 64)},v1={Mac(0)}"));

    [Fact]
    public void Any_of_the_secrets_may_match_while_they_are_replaced() =>
        Assert.True(StripeSignature.IsGenuine(Body, $"t={Time(0)},v1={Mac(0)}", ["whsec_new", Secret], Now));

    [Fact]
    public void Other_schemes_count_for_nothing() => Assert.False(IsGenuine($"t={Time(0)},v0={Mac(0)}"));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void It_holds_for_five_minutes(int seconds, bool isGenuine) => Assert.Equal(isGenuine, IsGenuine($"t={Time(seconds)},v1={Mac(seconds)}"));

    [Fact]
    public void The_time_is_part_of_what_is_signed() => Assert.False(IsGenuine($"t={Time(1)},v1={Mac(0)}"));

    [Fact]
    public void A_changed_body_is_a_forgery() => Assert.False(StripeSignature.IsGenuine([.. Body, (byte)' '], $"t={Time(0)},v1={Mac(0)}", [Secret], Now));

    [Theory]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("nonsense")]
    [InlineData("v1=0000")]
    [InlineData("t=1790000000")]
    public void A_header_without_time_or_signature_is_refused(string header) => Assert.False(IsGenuine(header));

    [Fact]
    public void Without_a_secret_nothing_is_genuine() => Assert.False(StripeSignature.IsGenuine(Body, $"t={Time(0)},v1={Mac(0)}", [], Now));

    private static bool IsGenuine(string header) => StripeSignature.IsGenuine(Body, header, [Secret], Now);

    private static long Time(int seconds) => Now.ToUnixTimeSeconds() + seconds;

    private static string Mac(int seconds) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"{Time(seconds)}."), .. Body]));
}
