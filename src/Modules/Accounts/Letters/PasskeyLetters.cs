using Emporium.Accounts.Contracts;
using Emporium.Accounts.SigningIn;
using Emporium.Platform;
using Emporium.Ui;

namespace Emporium.Accounts.Letters;

/// <summary>Tells a customer, in the unit of work in which it happened, that what opens their account has changed. What a passkey is called is not said: whoever made it chose the words.</summary>
internal sealed class PasskeyLetters(LetterDesk letters, StoreAddress address, TimeProvider clock)
{
    public async Task Added(Customer customer, Caller caller, CancellationToken ct) => await Post("account.passkey_added", customer, new(
        $"A passkey was added to your account at {await letters.Store(ct)}",
        ["From now on it opens your account without a letter.", Where(customer, caller)],
        Action,
        ["If that was not you, remove it there, sign out everywhere else, and write to us."]), ct);

    public async Task Removed(Customer customer, Caller caller, CancellationToken ct) => await Post("account.passkey_removed", customer, new(
        $"A passkey was removed from your account at {await letters.Store(ct)}",
        ["It opens nothing any more. The link in a letter lets you in as ever.", Where(customer, caller)],
        Action,
        ["If that was not you, sign out everywhere else there, and write to us."]), ct);

    /// <summary>The store moved them to another address and took every passkey away.</summary>
    public async Task TakenAway(Customer customer, CancellationToken ct) => await Post("account.passkey_removed", customer, new(
        $"Your passkeys at {await letters.Store(ct)} were removed",
        ["The people of the store moved your account to this address. The passkeys from before open nothing any more, whoever holds them; the link in a letter lets you in.", "Add yours again in your account."],
        Action), ct);

    private PlainLetter.Step Action => new("Look at your passkeys", address.To("/account/sessions"));

    private string Where(Customer customer, Caller caller) => $"{BrowserName.Of(caller.UserAgent)}, {MomentText.Exact(clock.Now, customer.Culture)}.";

    private Task Post(string kind, Customer customer, PlainLetter letter, CancellationToken ct) =>
        letters.Post(kind, customer.Id.ToString(), $"{kind}:{Secret.New()}", customer.Email, letter, ct);
}
