using Emporium.Accounts.Contracts;
using Emporium.Browser.Support;
using Emporium.Tests.Support;

namespace Emporium.Browser.Journeys;

public sealed class SigningInTests(Shop shop)
{
    private const string Password = "seven plain copper kettles";

    [Fact]
    public async Task Whoever_has_a_password_only_gets_as_far_as_the_second_step()
    {
        var (store, url) = await HouseOfItsOwn.Open();
        await using var _ = store;
        await using var owner = await shop.Visit(url: url);
        await Arrive(owner, store);
        await Finger.Of(owner);
        await owner.Open("/admin/settings/me");
        await owner.Click("Add a passkey");
        await owner.SeesHeading("Your recovery codes");
        var code = await owner.Page.Locator(".recovery-codes code").First.TextContentAsync();

        await using var other = await shop.Visit(withScripts: false, url: url);
        await other.Open("/admin/sign-in");
        await other.Look("sign-in");
        await other.Fill("E-mail address", "ida@example.com");
        await other.Field("Password").FillAsync(Password);
        await other.Click("Sign in");
        await other.SeesHeading("One more step");
        await other.Look("sign-in-second");
        await other.Fill("Recovery code", code!);
        await other.Click("Sign in");
        await other.SeesHeading("Today");

        await other.Open("/admin/sign-in/forgot");
        await other.Look("sign-in-forgot");
        await other.Fill("E-mail address", "ida@example.com");
        await other.Click("Send me a link");
        await other.SeesHeading("Look into your mail");
        await other.Look("sign-in-forgot-sent");
    }

    private static async Task Arrive(Visit owner, TestStore store)
    {
        var link = await store.Do<IOwners, string?>(owners => owners.LinkForFirstOwner(default));
        await owner.Open(new Uri(link!).AbsolutePath);
        await owner.Look("welcome");
        await owner.Fill("E-mail address", "ida@example.com");
        await owner.Fill("Your name", "Ida Halbert");
        await owner.Field("Password").FillAsync(Password);
        await owner.Fill("Password once more", Password);
        await owner.Click("Create my account");
        await owner.SeesHeading("Today");
        await owner.Look("desk-first-hour");
    }
}
