using System.Globalization;
using System.Security.Claims;
using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Security;

namespace Emporium.Accounts.Roles;

/// <summary>Who changes the team, its roles or its keys: somebody at the desk, or a key in their name.</summary>
/// <param name="Member">The member, or the key's maker.</param>
/// <param name="Until">When their key ends; null for a person, and for a key without an end.</param>
internal sealed record Actor(StaffId Member, Grants Grants, DateTimeOffset? Until)
{
    public static Actor Of(ClaimsPrincipal user) => new(
        StaffId.Parse(user.FindFirstValue(KeyClaims.Maker) ?? user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture),
        new Grants(user.FindAll(Permission.ClaimType).Select(c => c.Value)),
        KeyClaims.ExpiryOf(user));

    /// <summary>Nobody gives, takes or changes what goes beyond what they hold themselves.</summary>
    /// <exception cref="Refusal"><c>permission.above_own</c>.</exception>
    public void DemandCovers(Grants grants)
    {
        if (!Grants.Covers(grants)) throw Refusal.Forbidden("permission.above_own", "This takes permissions that you do not hold yourself. Ask an owner of the store.");
    }
}
