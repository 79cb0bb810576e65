using Emporium.Legal.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Legal.Texts;
using Emporium.Platform;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;

namespace Emporium.Legal.Writing;

/// <summary>Everything the generated pages are made of.</summary>
internal sealed record LegalFacts(
    StoreProfile Store, SellerIdentity Seller, LegalChoices Choices, RefundRange? Refunds, string Address, IReadOnlyList<PrivacyNote> Notes, IReadOnlyList<CookieNote> Cookies)
{
    /// <summary>The legal name, or what the store calls itself until it has one.</summary>
    public string Who => Seller.LegalName.Length > 0 ? Seller.LegalName : Store.Name;

    public string? CountryName => Seller.Country.Length > 0 ? Country.NameOf(Seller.Country) : null;
}

/// <summary>Gathers the facts.</summary>
internal sealed class FactFinder(ISettings settings, IRefundDays refunds, StoreAddress address, IEnumerable<PrivacyNote> notes, IEnumerable<CookieNote> cookies)
{
    public async Task<LegalFacts> Find(CancellationToken ct) => new(
        await settings.Get<StoreProfile>(ct), await settings.Get<SellerIdentity>(ct), await settings.Get<LegalChoices>(ct), await refunds.Range(ct),
        address.Url, await Notes(ct), [.. cookies.OrderByDescending(c => c.IsNecessary).ThenBy(c => c.Name, StringComparer.Ordinal)]);

    private async Task<IReadOnlyList<PrivacyNote>> Notes(CancellationToken ct)
    {
        var apply = new List<PrivacyNote>();
        foreach (var note in notes.OrderBy(n => n.Rank))
            if (note.Applies is null || await note.Applies(settings, ct)) apply.Add(note);
        return apply;
    }
}
