using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Emporium.Tests.Machinery.Security;

public sealed class SignedTokensTests
{
    private static readonly Guid Thing = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private readonly TestClock clock = new();
    private readonly SignedTokens tokens;

    public SignedTokensTests() => tokens = new SignedTokens(Key(1), clock);

    [Fact]
    public void A_token_opens_what_it_was_made_for() => Assert.Equal(Thing, tokens.Read("order", Made()));

    [Fact]
    public void It_opens_nothing_of_another_purpose() => Assert.Equal("link.invalid", Assert.Throws<Refusal>(() => tokens.Read("library", Made())).Code);

    [Fact]
    public void It_opens_nothing_under_another_master_key() =>
        Assert.Equal("link.invalid", Assert.Throws<Refusal>(() => new SignedTokens(Key(2), clock).Read("order", Made())).Code);

    [Fact]
    public void After_its_time_it_says_that_it_expired()
    {
        var token = Made();
        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(RefusalKind.Gone, Assert.Throws<Refusal>(() => tokens.Read("order", token)).Kind);
    }

    [Fact]
    public void Any_changed_character_makes_it_no_token()
    {
        var token = Made();
        for (var i = 0; i < token.Length; i++)
        {
            var forged = token[..i] + (token[i] == 'A' ? 'Q' : 'A') + token[(i + 1)..];
            Assert.Throws<Refusal>(() => tokens.Read("order", forged));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("not a token at all, and longer than one would be by a good deal")]
    public void Garbage_is_no_token(string text) => Assert.Equal("link.invalid", Assert.Throws<Refusal>(() => tokens.Read("order", text)).Code);

    private string Made() => tokens.Create("order", Thing, clock.GetUtcNow().AddHours(1));

    internal static MasterKey Key(byte seed) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Security:MasterKey", Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]))]).Build());
}
