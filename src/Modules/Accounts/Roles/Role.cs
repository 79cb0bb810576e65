using System.Globalization;
using Emporium.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Roles;

/// <summary>A role that the merchant made from the permissions that the store declares.</summary>
internal sealed class Role
{
    public const int NameLength = 60;
    public const int DescriptionLength = 200;

    private Role() { }

    public Role(RoleId id, DateTimeOffset at) => (Id, CreatedAt) = (id, at);

    public RoleId Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The name in lower case: two roles that look alike are one too many.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What it is for, in a sentence; may be empty.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Names of permissions, separated by spaces.</summary>
    public string Permissions { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Changes whenever the role does, or somebody gets it: whoever deletes it at that moment looks again.</summary>
    public int Version { get; private set; }

    /// <exception cref="Refusal"><c>role.name_required</c>, <c>role.name_reserved</c>, <c>role.description_too_long</c>.</exception>
    public void Write(string? name, string? description, Grants grants, DateTimeOffset at)
    {
        if (name?.Trim() is not { Length: > 0 and <= NameLength } given || given.Any(char.IsControl))
            throw Refusal.Invalid("role.name_required", $"Give the role a name of at most {NameLength} characters.", "name");
        if (Enum.TryParse<StaffRole>(given, ignoreCase: true, out _))
            throw Refusal.Invalid("role.name_reserved", "A standard role has this name. Choose another.", "name");
        var about = description?.Trim() ?? "";
        if (about.Length > DescriptionLength) throw Refusal.Invalid("role.description_too_long", $"Say it in at most {DescriptionLength} characters.", "description");

        (Name, NameKey, Description, Permissions, ChangedAt) = (given, given.ToLower(CultureInfo.InvariantCulture), about, RoleBook.Keep(grants), at);
        Version++;
    }

    /// <summary>Somebody gets it in this unit of work.</summary>
    public void Give() => Version++;
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("accounts_roles");
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.NameKey).IsUnique();
    }
}
