using Emporium.Platform.Pages;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>Customers in the desk's search, by the beginning of their address or name.</summary>
internal sealed class CustomerPalette(FindCustomers customers) : IPaletteSource
{
    public string Group => "Customers";

    public string Permission => AccountsModule.ReadCustomers;

    public int Rank => 15;

    public async Task<IReadOnlyList<PaletteHit>> Find(string words, int most, CancellationToken ct) =>
        [.. (await customers.Named(words, most, ct)).Select(c => new PaletteHit(c.ErasedAt is null ? c.Email : "Erased", c.Name, $"/admin/customers/{c.Id}", "user"))];
}
