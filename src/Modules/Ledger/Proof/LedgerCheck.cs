using Emporium.Ledger.Contracts;
using Emporium.Platform;

namespace Emporium.Ledger.Proof;

/// <summary>Lets <c>doctor</c> prove the books.</summary>
internal sealed class LedgerCheck(ILedgerProof proof) : IDoctorCheck
{
    public string Subject => "ledger";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var wrong = new List<string>();
        foreach (var book in Enum.GetValues<Book>()) wrong.AddRange(await proof.Check(book, ct));
        return wrong.Count == 0
            ? [Finding.Good("Every entry balances, in every currency.")]
            : [.. wrong.Select(sentence => Finding.Broken(sentence, "Entries are never changed by the store: compare with a backup, and correct by a further entry."))];
    }
}
