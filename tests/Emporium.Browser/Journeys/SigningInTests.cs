using Emporium.Accounts.Contracts;
using Emporium.Browser.Support;
using Emporium.Tests.Support;

namespace Emporium.Browser.Journeys;

public sealed class SigningInTests(Shop shop)
{
    private const string Password = "seven plain copper kettles";

    [Fact]
    public async Task The_owner_makes_a_passkey_signs_in_with_it_and_shows_it_again_before_what_matters()
    {
        var (store, url) = await HouseOfItsOwn.Open();
        await using var _ = store;
        await using var owner = await shop.Visit(url: url);
        await Arrive(owner, store);
        await Carry(owner);

        await owner.Open("/admin/settings/me");
        await owner.Look("you");
        await owner.Fill("Name of the new passkey", "Work laptop");
        await owner.Click("Add a passkey");
        await owner.SeesHeading("Your recovery codes");
        await owner.Look("you-recovery-codes");
        await owner.Follow("I have them");
        await owner.Sees("Work laptop");
        await owner.Look("you-with-passkey");
        await owner.Open("/admin/settings/me/authenticator");
        await owner.Look("you-authenticator");
        await owner.Open("/admin/settings/me/password");
        await owner.Look("you-password");
        await owner.Open("/admin/settings/sign-in");
        await owner.Look("settings-sign-in");

        await owner.Open("/admin/settings/me");
        // The sign-in offers the passkey by itself, and this device takes every offer.
        await owner.Click("Sign out");
        await owner.SeesHeading("Today");

        store.Clock.Advance(TimeSpan.FromMinutes(16));
        await owner.Open("/admin/settings/me/authenticator");
        await owner.SeesHeading("Is it still you?");
        await owner.Look("confirm");
        await owner.Click("Use a passkey");
        await owner.SeesHeading("Authenticator app");
    }

    [Fact]
    public async Task Whoever_has_a_password_only_gets_as_far_as_the_second_step()
    {
        var (store, url) = await HouseOfItsOwn.Open();
        await using var _ = store;
        await using var owner = await shop.Visit(url: url);
        await Arrive(owner, store);
        await Carry(owner);
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
        await owner.Fill("E-mail address", "ida@example.com");
        await owner.Fill("Your name", "Ida Halbert");
        await owner.Field("Password").FillAsync(Password);
        await owner.Fill("Password once more", Password);
        await owner.Click("Create my account");
        await owner.SeesHeading("Today");
    }

    /// <summary>Gives the browser a device that keeps passkeys and always knows its owner's finger.</summary>
    private static async Task Carry(Visit owner)
    {
        var devtools = await owner.Page.Context.NewCDPSessionAsync(owner.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
