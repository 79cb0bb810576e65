using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Platform.Security;

namespace Emporium.Delivery.Reading;

/// <summary>The address under which an owner reads a book here. It is given out on the owner's own pages, and works for a month.</summary>
internal sealed class ReadingLinks(SignedTokens tokens, TimeProvider clock)
{
    private const string Purpose = "reading";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    public string PathOf(EntitlementId entitlement, ProductFileId file) => $"/reading/{tokens.Create(Purpose, entitlement.Value, clock.Now + Valid)}/{file}";

    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public EntitlementId Read(string token) => new(tokens.Read(Purpose, token));
}
