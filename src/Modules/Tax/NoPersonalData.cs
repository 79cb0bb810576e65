using Emporium.Platform.Security;

namespace Emporium.Tax;

/// <summary>Rates belong to countries; nothing here is about a person.</summary>
internal sealed class NoPersonalData : IPersonalData
{
    public string Module => "Tax";

    public Task<object?> Export(string email, CancellationToken ct) => Task.FromResult<object?>(null);

    public Task Erase(string email, CancellationToken ct) => Task.CompletedTask;
}
