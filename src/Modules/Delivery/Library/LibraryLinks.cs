using Emporium.Accounts.Contracts;
using Emporium.Platform;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Library;

/// <summary>Writes and reads the address that opens a customer's library without an account.</summary>
internal sealed class LibraryLinks(SignedTokens tokens, StoreAddress store, TimeProvider clock) : ILibraryLinks
{
    private const string Purpose = "library";
    private static readonly TimeSpan Validity = TimeSpan.FromDays(365);

    public string LinkFor(CustomerId customer) => store.To(PathFor(customer));

    public string PathFor(CustomerId customer) => PathOf(TokenFor(customer));

    public string TokenFor(CustomerId customer) => tokens.Create(Purpose, customer.Value, clock.Now + Validity);

    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public CustomerId Read(string token) => new(tokens.Read(Purpose, token));

    public static string PathOf(string token) => $"/library/{token}";
}
