namespace Emporium.Ledger.Contracts;

/// <summary>The books. Money moves by a call in the same transaction as the state change it belongs to.</summary>
public interface ILedger
{
    /// <summary>Adds a balanced entry to the current unit of work. The same key twice violates a unique index, so that nothing is booked twice.</summary>
    /// <exception cref="InvalidOperationException">The lines do not sum to zero per currency, or there are none: a bug of the caller.</exception>
    void Post(JournalEntry entry);

    /// <summary>Every entry about the reference, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> About(string reference, CancellationToken ct);

    /// <summary>What an account holds: debits positive, credits negative.</summary>
    Task<Money> Balance(Book book, Account account, string currency, CancellationToken ct);

    /// <summary>The sum of every account per code and currency of a book.</summary>
    Task<IReadOnlyList<TrialBalanceLine>> TrialBalance(Book book, CancellationToken ct);
}

/// <param name="Kind">What happened: <c>payment.captured</c>, <c>order.paid</c>, <c>refund.succeeded</c> …</param>
/// <param name="Reference">The order (or other document) that the money belongs to: <c>ord_…</c>.</param>
/// <param name="Key">Unique: the kind and the id of what caused it, such as <c>payment.captured:pay_…</c>.</param>
public sealed record JournalEntry(Book Book, string Kind, string Reference, string Key, DateTimeOffset At, IReadOnlyList<JournalLine> Lines);

/// <param name="Amount">A debit where positive, a credit where negative.</param>
public sealed record JournalLine(Account Account, Money Amount);

public sealed record TrialBalanceLine(string Code, Money Debits, Money Credits);

/// <summary>An account: what it is for, and whose.</summary>
/// <param name="Owner">A seller, an order, a gateway, a country: whatever the code divides by.</param>
public readonly record struct Account(string Code, string Owner)
{
    /// <summary>Money at a gateway that is on its way to the bank account.</summary>
    public static Account GatewayClearing(string gateway) => new("gateway_clearing", gateway);

    /// <summary>What a gateway keeps of a payment.</summary>
    public static Account GatewayFees(string gateway) => new("gateway_fees", gateway);

    /// <summary>Buyers' money that is not (or no longer) earned: zero for an order that is settled.</summary>
    public static Account BuyersReceipts(string reference) => new("buyers_receipts", reference);

    /// <summary>What a seller earned, without tax.</summary>
    public static Account Revenue(string seller) => new("revenue", seller);

    /// <summary>Tax collected for a country.</summary>
    public static Account TaxPayable(string country) => new("tax_payable", country);

    /// <summary>Money a gateway took back while a dispute is decided.</summary>
    public static Account DisputedFunds(string gateway) => new("disputed_funds", gateway);

    /// <summary>What the store lost because the same money went back twice.</summary>
    public static Account DisputeLosses(string seller) => new("dispute_losses", seller);
}
