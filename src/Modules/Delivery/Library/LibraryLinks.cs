using Emporium.Accounts.Contracts;
using Emporium.Platform;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Library;

/// <summary>Writes and reads the address that opens a library without an account.</summary>
internal sealed class LibraryLinks(SignedTokens tokens, StoreAddress store, TimeProvider clock) : ILibraryLinks
{
    private const string OfCustomer = "library";
    private const string OfOrder = "library of an order";
    private static readonly TimeSpan Validity = TimeSpan.FromDays(365);

    public string LinkFor(CustomerId customer) => store.To(PathFor(customer));

    public string PathFor(CustomerId customer) => PathOf(TokenFor(customer));

    /// <summary>For a letter to the customer's own address, and nowhere else: whoever has it has everything.</summary>
    public string TokenFor(CustomerId customer) => tokens.Create(OfCustomer, customer.Value, clock.Now + Validity);

    /// <summary>For whoever placed the order. An address can be anybody's at the checkout, so it opens nothing else that was bought with it.</summary>
    public string TokenFor(OrderId order) => tokens.Create(OfOrder, order.Value, clock.Now + Validity);

    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public LibraryKey Read(string token)
    {
        try
        {
            return new(new CustomerId(tokens.Read(OfCustomer, token)));
        }
        catch (Refusal other) when (other.Kind is RefusalKind.NotFound)
        {
            return new(new OrderId(tokens.Read(OfOrder, token)));
        }
    }

    /// <summary>Where the downloads behind a link are asked for.</summary>
    public static string DownloadsOf(string token) => $"{PathOf(token)}/downloads";

    public static string PathOf(string token) => $"/library/{token}";
}
