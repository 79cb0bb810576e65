using Emporium.Platform.Security;

namespace Emporium.Messaging;

/// <summary>Messages tell of facts, which hold ids and amounts; nothing here is about a person.</summary>
internal sealed class NoPersonalData : IPersonalData
{
    public string Module => "Messaging";

    public Task<object?> Export(string email, CancellationToken ct) => Task.FromResult<object?>(null);

    public Task Erase(string email, CancellationToken ct) => Task.CompletedTask;
}
