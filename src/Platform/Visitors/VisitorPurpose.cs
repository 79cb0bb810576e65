using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Visitors;

/// <summary>Something that a store would like to do with what a visitor does, and may do only after they agreed. What selling needs is no such thing.</summary>
/// <param name="Name">Stable, lower-case letters: <c>statistics</c>.</param>
/// <param name="Title">As it stands beside its box.</param>
/// <param name="Explanation">What happens when somebody agrees, in a sentence or two.</param>
public sealed record VisitorPurpose(string Name, string Title, string Explanation)
{
    /// <summary>Seeing which pages are read, under a random number.</summary>
    public const string Statistics = "statistics";
}

public static class VisitorRegistrations
{
    /// <summary>Declares a purpose: visitors are asked about it, and nobody has agreed until they were.</summary>
    public static IServiceCollection AddVisitorPurpose(this IServiceCollection services, VisitorPurpose purpose) => services.AddSingleton(purpose);
}
