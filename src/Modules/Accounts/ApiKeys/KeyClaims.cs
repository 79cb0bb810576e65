using System.Globalization;
using System.Security.Claims;

namespace Emporium.Accounts.ApiKeys;

/// <summary>What a program carries that came with a key, besides name and permissions.</summary>
internal static class KeyClaims
{
    /// <summary>The member of the staff in whose name it acts.</summary>
    public const string Maker = "key-maker";

    private const string Expiry = "key-expiry";

    public static IEnumerable<Claim> ExpiringAt(DateTimeOffset? at) => at is { } end ? [new(Expiry, end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))] : [];

    public static DateTimeOffset? ExpiryOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Expiry) is { } text ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture)) : null;
}
