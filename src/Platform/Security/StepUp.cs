using Microsoft.AspNetCore.Builder;

namespace Emporium.Platform.Security;

/// <summary>
/// Marks an endpoint whose caller must have proved within the last minutes that they still sit there: money going out, keys, exports, the team.
/// Whoever signs people in enforces it; a program's key is its own proof.
/// </summary>
public sealed class StepUp
{
    private StepUp() { }

    public static StepUp Required { get; } = new();
}

public static class StepUpRegistrations
{
    public static TBuilder RequireStepUp<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(StepUp.Required);
}
