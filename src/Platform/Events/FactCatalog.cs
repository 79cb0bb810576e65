using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Emporium.Platform.Events;

/// <summary>Every fact that the modules declare: its stored name, its type, and how it becomes JSON.</summary>
public sealed class FactCatalog
{
    private readonly FrozenDictionary<string, Type> types;
    private readonly FrozenDictionary<Type, FactAttribute> names;

    public FactCatalog(IEnumerable<IModule> modules)
    {
        var facts = modules.Select(m => m.GetType().Assembly).Distinct().SelectMany(a => a.GetTypes())
            .Where(t => t.IsAssignableTo(typeof(IFact)) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (Type: t, Name: t.GetCustomAttribute<FactAttribute>() ?? throw new InvalidOperationException($"{t} needs a [Fact] name.")))
            .ToList();
        types = facts.ToFrozenDictionary(f => Key(f.Name.Name, f.Name.Version), f => f.Type);
        names = facts.ToFrozenDictionary(f => f.Type, f => f.Name);
    }

    public IEnumerable<(string Name, int Version, Type Type)> All => names.Select(n => (n.Value.Name, n.Value.Version, n.Key));

    public FactAttribute NameOf(IFact fact) => names[fact.GetType()];

    public static string Write(IFact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Json.Options);

    /// <exception cref="InvalidOperationException">No module of this program knows the fact: it was stored by another version.</exception>
    public IFact Read(string type, int version, string data) => types.TryGetValue(Key(type, version), out var known)
        ? (IFact)JsonSerializer.Deserialize(data, known, Json.Options)!
        : throw new InvalidOperationException($"No module knows the fact {type}/{version}.");

    private static string Key(string name, int version) => $"{name}/{version}";
}
