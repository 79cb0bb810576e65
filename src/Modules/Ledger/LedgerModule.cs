using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Ledger;

/// <summary>Double entry under every amount: accounts, an append-only journal, balances, and the proof that they are zero.</summary>
public sealed class LedgerModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
