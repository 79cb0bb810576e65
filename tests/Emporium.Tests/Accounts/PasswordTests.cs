using Emporium.Accounts;
using Emporium.Accounts.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    /// <summary>OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA512. The stores of the other tests hash less, to be quicker.</summary>
    [Fact]
    public void A_password_is_hashed_slowly()
    {
        var services = new ServiceCollection();
        new AccountsModule().AddServices(services, new ConfigurationBuilder().Build());

        Assert.True(services.BuildServiceProvider().GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
    }
}
