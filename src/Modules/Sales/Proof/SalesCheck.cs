using Emporium.Platform;

namespace Emporium.Sales.Proof;

/// <summary>What <c>doctor</c> sees of the orders: whether they agree with the books.</summary>
internal sealed class SalesCheck(SalesProof proof, StoreMode mode) : IDoctorCheck
{
    public string Subject => "orders";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct) => await proof.Check(mode.Book, ct) is { Count: > 0 } wrong
        ? [.. wrong.Select(w => Finding.Broken(w, "Let the store come to rest and look again. If it stays, compare the order's journal with its payments before refunding anything."))]
        : [Finding.Good("Orders, refunds and the books agree.")];
}
