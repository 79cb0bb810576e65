using System.Collections.Frozen;
using Emporium.Platform.Security;

namespace Emporium.Accounts.Roles;

/// <summary>Every permission that the store's modules declare, and what each role holds of them.</summary>
internal sealed class RoleBook
{
    private readonly FrozenDictionary<string, Permission> declared;
    private readonly FrozenDictionary<StaffRole, Grants> standard;

    public RoleBook(IEnumerable<Permission> permissions)
    {
        declared = permissions.DistinctBy(p => p.Name, StringComparer.Ordinal).ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        standard = Enum.GetValues<StandardRole>().ToFrozenDictionary(r => Enum.Parse<StaffRole>(r.ToString()), r => new Grants(declared.Values.Where(p => p.Roles.Contains(r)).Select(p => p.Name)));
    }

    public static IReadOnlyList<StaffRole> Standard { get; } = [.. Enum.GetValues<StandardRole>().Select(r => Enum.Parse<StaffRole>(r.ToString()))];

    /// <summary>In groups, one for each noun before the point: all that concerns orders together.</summary>
    public IReadOnlyList<IGrouping<string, Permission>> Groups =>
        [.. declared.Values.OrderBy(p => p.Name, StringComparer.Ordinal).GroupBy(p => Title(p.Name.Split('.')[0]), StringComparer.Ordinal)];

    public Permission? Find(string name) => declared.GetValueOrDefault(name);

    /// <param name="custom">The permissions of the merchant's own role, as its row keeps them.</param>
    public Grants Of(StaffRole role, string? custom) => role switch
    {
        StaffRole.Owner => Grants.Everything,
        StaffRole.Custom => Read(custom ?? ""),
        _ => standard[role],
    };

    /// <summary>What a row keeps. A permission whose module is gone is not held any more.</summary>
    public Grants Read(string kept) => new(kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(declared.ContainsKey));

    /// <exception cref="Refusal"><c>permission.unknown</c>.</exception>
    public Grants Chosen(IEnumerable<string> names)
    {
        var chosen = names.ToList();
        return chosen.Find(name => !declared.ContainsKey(name)) is { } unknown
            ? throw Refusal.Invalid("permission.unknown", $"There is no permission “{unknown}” in this store.", "permissions")
            : new Grants(chosen);
    }

    public static string Keep(Grants grants) => string.Join(' ', grants.Names);

    private static string Title(string noun) => noun == "api_keys" ? "API keys" : char.ToUpperInvariant(noun[0]) + noun[1..].Replace('_', ' ');
}
