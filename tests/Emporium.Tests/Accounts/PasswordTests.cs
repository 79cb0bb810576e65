using Emporium.Accounts.Staff;

namespace Emporium.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop12")]
    [InlineData("1234567890ab")]
    [InlineData("aaaaaaaabbbb")]
    [InlineData("abcdefghijkl")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("Liverpool2024")]
    public void What_is_guessed_first_is_common(string password) => Assert.True(CommonPasswords.Holds(password));

    [Theory]
    [InlineData("seven plain copper kettles")]
    [InlineData("tR8#kv2!mQ0z")]
    [InlineData("mondschein-torte-17")]
    [InlineData("x7!9#2$8%k4&")]
    public void What_takes_long_to_guess_is_not(string password) => Assert.False(CommonPasswords.Holds(password));
}
