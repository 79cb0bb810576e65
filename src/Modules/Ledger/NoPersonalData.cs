using Emporium.Platform.Security;

namespace Emporium.Ledger;

/// <summary>The books hold ids and amounts alone.</summary>
internal sealed class NoPersonalData : IPersonalData
{
    public string Module => "Ledger";

    public Task<object?> Export(string email, CancellationToken ct) => Task.FromResult<object?>(null);

    public Task Erase(string email, CancellationToken ct) => Task.CompletedTask;
}
