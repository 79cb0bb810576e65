using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Events;

/// <summary>One line of a module's table of contents: this class reacts to that fact.</summary>
/// <param name="Name">Stable, <c>module.verb-noun</c>: it stands in the database beside every event it ran for.</param>
/// <param name="Fact">The fact's type.</param>
/// <param name="Run">Resolves the reaction in a scope and runs it.</param>
public sealed record Reaction(string Name, Type Fact, Func<IServiceProvider, IFact, Occurrence, CancellationToken, Task> Run);

public static class ReactionRegistrations
{
    /// <summary>Registers a reaction under a stable name, <c>module.verb-noun</c>. Renaming one needs a schema script that renames its deliveries.</summary>
    public static IServiceCollection AddReaction<TFact, TReaction>(this IServiceCollection services, string name)
        where TFact : IFact
        where TReaction : class, IReactTo<TFact>
    {
        services.AddScoped<TReaction>();
        return services.AddSingleton(new Reaction(name, typeof(TFact),
            (scope, fact, at, ct) => scope.GetRequiredService<TReaction>().React((TFact)fact, at, ct)));
    }
}

/// <summary>Every reaction of the store, by name and by fact.</summary>
internal sealed class Reactions(IEnumerable<Reaction> all)
{
    private readonly FrozenDictionary<Type, Reaction[]> byFact = all.GroupBy(r => r.Fact).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public IReadOnlyCollection<Reaction> All { get; } = [.. all];

    /// <summary>Those that wait for a fact, in the order of the modules.</summary>
    public IReadOnlyList<Reaction> To(Type fact) => byFact.GetValueOrDefault(fact) ?? [];
}
