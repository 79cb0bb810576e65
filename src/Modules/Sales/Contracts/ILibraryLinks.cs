using Emporium.Accounts.Contracts;

namespace Emporium.Sales.Contracts;

/// <summary>Port: where a buyer finds what they bought. Receipts and the thank-you page ask for it.</summary>
public interface ILibraryLinks
{
    /// <summary>An absolute address that opens the customer's library without an account.</summary>
    string LinkFor(CustomerId customer);
}
