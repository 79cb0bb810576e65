namespace Emporium.Ledger.Contracts;

/// <summary>Checks that the books are books. Reads every line: for tests, <c>doctor</c> and a quiet hour, not for a page.</summary>
public interface ILedgerProof
{
    /// <returns>A sentence for each thing that is wrong; empty when every entry balances and the snapshots agree with the lines.</returns>
    Task<IReadOnlyList<string>> Check(Book book, CancellationToken ct);
}
