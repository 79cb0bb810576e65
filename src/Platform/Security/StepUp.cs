using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Security;

/// <summary>
/// Marks an endpoint whose caller must have proved within the last minutes that they still sit there: money going out, keys, exports, the team.
/// Whoever signs people in enforces it; a program's key is its own proof.
/// </summary>
public sealed class StepUp
{
    private StepUp() { }

    public static StepUp Required { get; } = new();

    public static bool IsRequiredBy(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<StepUp>() is not null || endpoint?.Metadata.GetMetadata<RequireStepUpAttribute>() is not null;
}

/// <summary>The same on a page: <c>@attribute [RequireStepUp]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequireStepUpAttribute : Attribute;

public static class StepUpRegistrations
{
    public static TBuilder RequireStepUp<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(StepUp.Required);
}
