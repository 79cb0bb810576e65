using System.Text;
using Emporium.Accounts.SecondFactors;

namespace Emporium.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, in six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, Totp.CodeOf(Secret, seconds / 30));
        Assert.Equal(seconds / 30, Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds)));
    }

    [Fact]
    public void A_clock_may_be_half_a_minute_off_and_not_more()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

        Assert.NotNull(Totp.StepOf(Secret, "005924", at.AddSeconds(30)));
        Assert.NotNull(Totp.StepOf(Secret, "005924", at.AddSeconds(-30)));
        Assert.Null(Totp.StepOf(Secret, "005924", at.AddSeconds(61)));
        Assert.Null(Totp.StepOf(Secret, "005924", at.AddSeconds(-61)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5924")]
    [InlineData("０05924")]
    [InlineData("0059240")]
    public void What_is_no_code_opens_nothing(string code) => Assert.Null(Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890)));

    /// <summary>RFC 4648, §10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_key_is_spelled_as_apps_read_it(string plain, string spelled) => Assert.Equal(spelled, Totp.Write(Encoding.ASCII.GetBytes(plain)));
}
