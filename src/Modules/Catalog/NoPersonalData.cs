using Emporium.Platform.Security;

namespace Emporium.Catalog;

/// <summary>Works and prices; nothing here is about a buyer. The names of the staff beside drafts and versions are the store's record of its own work.</summary>
internal sealed class NoPersonalData : IPersonalData
{
    public string Module => "Catalog";

    public Task<object?> Export(string email, CancellationToken ct) => Task.FromResult<object?>(null);

    public Task Erase(string email, CancellationToken ct) => Task.CompletedTask;
}
