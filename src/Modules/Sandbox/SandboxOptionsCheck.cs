using Microsoft.Extensions.Options;

namespace Emporium.Sandbox;

/// <summary>Stops a start with a wrong configuration, and says what is wrong.</summary>
internal sealed class SandboxOptionsCheck : IValidateOptions<SandboxOptions>, IPostConfigureOptions<SandboxOptions>
{
    public void PostConfigure(string? name, SandboxOptions options)
    {
        if (options.WebhookEvents.Length == 0) options.WebhookEvents = SandboxOptions.DefaultEvents;
    }

    public ValidateOptionsResult Validate(string? name, SandboxOptions options) =>
        options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
