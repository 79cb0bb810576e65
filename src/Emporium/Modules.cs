using Emporium.Platform;

namespace Emporium.Host;

/// <summary>Everything the store can do, those below before those above. A module joins by a line here.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new Accounts.AccountsModule(),
        new Catalog.CatalogModule(),
        new Tax.TaxModule(),
        new Ledger.LedgerModule(),
        new Legal.LegalModule(),
        new Messaging.MessagingModule(),
        new Payments.PaymentsModule(),
        new Sandbox.SandboxModule(),
        new Sales.SalesModule(),
        new Licensing.LicensingModule(),
        new Delivery.DeliveryModule(),
        new Even.EvenModule(),
    ];
}
