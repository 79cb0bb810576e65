using Emporium.Platform.Pages;
using Emporium.Tax.Contracts;

namespace Emporium.Tax.Rates;

/// <summary>The first hour: what is owed to a state is declared before it is collected.</summary>
internal sealed class DeclareRates(ITaxes taxes) : ISetupStep
{
    public string Name => "tax.declare";

    public int Rank => 50;

    public string Title => "Declare your tax rates";

    public string Reason => "Prices include tax. Without a rate for a country, none is stated there and none is put aside.";

    public string Href => "/admin/taxes";

    public string Permission => TaxModule.Edit;

    public async Task<bool> IsDone(CancellationToken ct) => (await taxes.Countries(ct)).Count > 0;
}
