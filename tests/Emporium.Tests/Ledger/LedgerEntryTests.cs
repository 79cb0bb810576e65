using Emporium.Ledger.Contracts;
using Emporium.Ledger.Journal;

namespace Emporium.Tests.Ledger;

public sealed class LedgerEntryTests
{
    [Fact]
    public void An_entry_that_does_not_balance_is_a_bug() => Assert.Throws<InvalidOperationException>(() => Post(
        (Account.GatewayClearing("stripe"), Eur(2900)), (Account.BuyersReceipts("ord_1"), Eur(-2899))));

    [Fact]
    public void Currencies_balance_each_for_itself() => Assert.Throws<InvalidOperationException>(() => Post(
        (Account.GatewayClearing("stripe"), Eur(100)), (Account.BuyersReceipts("ord_1"), new Money(-100, "USD"))));

    [Fact]
    public void An_entry_without_lines_is_a_bug() => Assert.Throws<InvalidOperationException>(() => Post());

    [Fact]
    public void An_entry_keeps_its_lines_in_order()
    {
        var entry = Post((Account.GatewayClearing("stripe"), Eur(2900)), (Account.Revenue("sel_1"), Eur(-2400)), (Account.TaxPayable("PT"), Eur(-500)));

        Assert.Equal(["gateway_clearing", "revenue", "tax_payable"], entry.Show().Lines.Select(l => l.Account.Code));
    }

    private static LedgerEntry Post(params (Account Account, Money Amount)[] lines) => LedgerEntry.Of(
        new JournalEntry(Book.Test, "test.posted", "ord_1", "test.posted:1", DateTimeOffset.UnixEpoch, [.. lines.Select(l => new JournalLine(l.Account, l.Amount))]), TimeProvider.System);

    private static Money Eur(long minor) => new(minor, "EUR");
}
