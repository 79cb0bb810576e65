using System.Net;
using Emporium.Accounts.Staff;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

public sealed class PasswordStrengthTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static readonly string[] Known = ["ida", "halbert", "example", "plain", "dealing"];

    [Theory]
    [InlineData("password1234")]
    [InlineData("halberthalbert")]
    [InlineData("ida halbert 1984")]
    [InlineData("Ida-Halbert-2026")]
    [InlineData("dragonmonkey12")]
    [InlineData("qwertz123456")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("h4lb3rt!h4lb3rt!")]
    [InlineData("sunshine dragon")]
    public void What_is_put_together_from_what_is_tried_first_is_weak(string password) => Assert.InRange(PasswordStrength.Of(password, Known).Score, 0, 2);

    [Theory]
    [InlineData("seven plain copper kettles")]
    [InlineData("tR8#kv2!mQ0z")]
    [InlineData("mondschein-torte-17")]
    [InlineData("wimpel nadel quitte")]
    public void What_follows_from_nothing_is_strong(string password) => Assert.InRange(PasswordStrength.Of(password, Known).Score, 3, 4);

    [Fact]
    public void Each_further_word_makes_it_stronger()
    {
        var magnitudes = new[] { "kettle", "kettle nadel", "kettle nadel wimpel" }.Select(p => PasswordStrength.Of(p, Known).Magnitude).ToList();

        Assert.Equal(magnitudes.Order(), magnitudes);
        Assert.Equal(3, magnitudes.Distinct().Count());
    }

    [Fact]
    public void The_longest_password_is_judged_at_once() => Assert.Equal(4, PasswordStrength.Of(new string('x', 250) + string.Concat(Enumerable.Range(0, 250).Select(i => (char)('a' + (i * 7 % 26)))), Known).Score);

    [Fact]
    public async Task A_weak_password_is_refused_with_how_soon_it_would_be_guessed()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var visitor = await store.Owner();

        var refused = await visitor.Submit("/admin/settings/me/password", "/admin/settings/me/password", ("current", DeskVisitor.Password), ("password", "ida halbert 1984"), ("again", "ida halbert 1984"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("would have this password in ", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
