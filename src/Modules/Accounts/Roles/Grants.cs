using System.Collections.Frozen;
using Emporium.Platform.Security;

namespace Emporium.Accounts.Roles;

/// <summary>What somebody may do. Nobody gives away more than they hold: every comparison is here.</summary>
internal sealed class Grants
{
    public static readonly Grants Everything = new([Permission.Everything]);
    public static readonly Grants Nothing = new([]);
    private readonly FrozenSet<string> names;

    public Grants(IEnumerable<string> names) => this.names = names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The owner's alone: no list of permissions amounts to it, for the next module may bring another.</summary>
    public bool IsEverything => names.Contains(Permission.Everything);

    /// <summary>In alphabetical order; <c>*</c> alone for everything.</summary>
    public IEnumerable<string> Names => names.Order(StringComparer.Ordinal);

    public int Count => names.Count;

    public bool Allows(string permission) => IsEverything || names.Contains(permission);

    public bool Covers(Grants other) => IsEverything || (!other.IsEverything && other.names.IsSubsetOf(names));

    /// <summary>What both hold.</summary>
    public Grants Within(Grants bound) => bound.IsEverything ? this : IsEverything ? bound : new(names.Intersect(bound.names));
}
