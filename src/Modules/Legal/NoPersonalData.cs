using Emporium.Platform.Security;

namespace Emporium.Legal;

/// <summary>Texts are the store's own, and that somebody chose about cookies is kept without saying who.</summary>
internal sealed class NoPersonalData : IPersonalData
{
    public string Module => "Legal";

    public Task<object?> Export(string email, CancellationToken ct) => Task.FromResult<object?>(null);

    public Task Erase(string email, CancellationToken ct) => Task.CompletedTask;
}
