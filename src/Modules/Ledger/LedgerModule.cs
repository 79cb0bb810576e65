using Emporium.Ledger.Balances;
using Emporium.Ledger.Contracts;
using Emporium.Ledger.Proof;
using Emporium.Platform;
using Emporium.Platform.Jobs;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Ledger;

/// <summary>Double entry under every amount: accounts, an append-only journal, balances, and the proof that they are zero.</summary>
public sealed class LedgerModule : IModule
{
    /// <summary>Permission to read the books.</summary>
    public const string Read = "ledger.read";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ILedger, Journal.Journal>();
        services.AddScoped<ILedgerProof, LedgerProof>().AddScoped<IDoctorCheck, LedgerCheck>();
        services.AddScoped<Balance>().AddScoped<Journal.ReadJournal>();
        services.AddScoped<IPersonalData, NoPersonalData>();
        services.AddJob<TakeSnapshots>("ledger.take-snapshots", TimeSpan.FromMinutes(5));
        services.AddPermission(Read, "Read the ledger: balances and the journal.", StandardRole.Finance);
        services.AddMenuEntry(new MenuEntry("Money", "Ledger", "/admin/ledger", "scale", Read, 40, Key: 'l'));
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => Journal.LedgerFiles.Map(routes);
}
