namespace Emporium.Accounts.Contracts;

/// <summary>The store's letters to whoever wants them, by double opt-in: nobody is on the list before they confirmed it from their own mailbox.</summary>
public interface INewsletter
{
    /// <summary>What a person agrees to, in the merchant's words; null where the store offers no letters.</summary>
    ValueTask<string?> Wording(CancellationToken ct);

    /// <summary>Sends the letter that asks to confirm it, behind the answer. Says nothing about who is on the list; what is no address is ignored.</summary>
    /// <param name="page">The path of the page on which the wording was shown.</param>
    void Ask(string email, string page);
}
