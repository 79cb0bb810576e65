using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.ApiKeys;

/// <summary>The keys as a file, without what they are.</summary>
internal static class KeyFile
{
    private static readonly ListColumns<KeyBook.Listed> Columns = new ListColumns<KeyBook.Listed>()
        .InFile("id", key => key.Id)
        .InFile("name", key => key.Name)
        .InFile("shown", key => key.Shown)
        .InFile("state", key => key.State)
        .InFile("scopes", key => string.Join(' ', key.Scopes))
        .InFile("acts_for", key => key.Maker)
        .InFile("made_at", key => key.MadeAt)
        .InFile("expires_at", key => key.ExpiresAt)
        .InFile("last_used_at", key => key.LastUsedAt);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapListFile(KeysPage.Address, KeySetup.Manage, Columns, http => http.RequestServices.GetRequiredService<KeyBook>().All(http.RequestAborted));
}
