using Emporium.Licensing.Keys;

namespace Emporium.Tests.Licensing;

public sealed class LicenseKeyTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_key_is_five_groups_of_five_behind_the_prefix() =>
        Assert.Matches("^EMP(-[0-9A-HJKMNP-TV-Z]{5}){5}$", LicenseKey.New().ToString());

    [Fact]
    public void A_new_key_is_read_back() => Assert.All(Some(1_000), key =>
    {
        Assert.True(LicenseKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key.Hash, read.Hash);
    });

    [Fact]
    public void Keys_do_not_repeat() => Assert.Equal(10_000, Some(10_000).Select(k => k.Hash).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_single_wrong_character_is_noticed() => Assert.All(Some(20).Select(Plain), key =>
    {
        for (var at = 0; at < key.Length; at++)
            foreach (var wrong in Alphabet.Where(c => c != key[at]))
                Assert.False(LicenseKey.TryParse(key[..at] + wrong + key[(at + 1)..], out _));
    });

    [Fact]
    public void Every_exchange_of_two_characters_is_noticed() => Assert.All(Some(50).Select(Plain), key =>
    {
        for (var a = 0; a < key.Length; a++)
            for (var b = a + 1; b < key.Length; b++)
                Assert.Equal(key[a] == key[b], LicenseKey.TryParse(Exchange(key, a, b), out _));
    });

    [Fact]
    public void Every_missing_or_doubled_character_is_noticed() => Assert.All(Some(20).Select(Plain), key =>
    {
        for (var at = 0; at < key.Length; at++)
        {
            Assert.False(LicenseKey.TryParse(key.Remove(at, 1), out _));
            Assert.False(LicenseKey.TryParse(key.Insert(at, key[at].ToString()), out _));
        }
    });

    [Fact]
    public void A_key_is_read_as_people_write_it() => Assert.All(Some(200), key =>
    {
        var text = key.ToString();
        string[] ways = [text.ToLowerInvariant(), $"  {text}\n", text.Replace("-", "", StringComparison.Ordinal), text.Replace('-', ' '), text["EMP-".Length..], text.Replace('-', '–'), text.Replace('0', 'O').Replace('1', 'l')];
        Assert.All(ways, way =>
        {
            Assert.True(LicenseKey.TryParse(way, out var read), way);
            Assert.Equal(key.Hash, read.Hash);
        });
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EMP")]
    [InlineData("EMP-")]
    [InlineData("EMP-UUUUU-UUUUU-UUUUU-UUUUU-UUUUU")]
    [InlineData("EMP-АВСDЕ-00000-00000-00000-00000")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void What_is_no_key_is_not_read(string? text) => Assert.False(LicenseKey.TryParse(text, out _));

    [Fact]
    public void A_text_of_a_megabyte_is_not_looked_at() => Assert.False(LicenseKey.TryParse(new string(' ', 1 << 20) + LicenseKey.New(), out _));

    [Fact]
    public void The_hint_is_the_end_of_the_key() => Assert.All(Some(10), key => Assert.EndsWith(key.Hint, key.ToString(), StringComparison.Ordinal));

    private static IEnumerable<LicenseKey> Some(int count) => Enumerable.Range(0, count).Select(_ => LicenseKey.New()).ToList();

    private static string Plain(LicenseKey key) => key.ToString()["EMP-".Length..].Replace("-", "", StringComparison.Ordinal);

    private static string Exchange(string key, int a, int b)
    {
        var characters = key.ToCharArray();
        (characters[a], characters[b]) = (characters[b], characters[a]);
        return new string(characters);
    }
}
