using System.Globalization;
using System.Security.Claims;
using Emporium.Accounts.Contracts;

namespace Emporium.Accounts.SigningIn;

/// <summary>What a signed-in person carries besides name and permissions. A program that comes with a key carries none of it.</summary>
internal static class SessionClaims
{
    private const string IdType = "session-id";
    private const string ProvedAtType = "proved-at";

    public static Claim Id(string session) => new(IdType, session);

    public static Claim ProvedAt(DateTimeOffset? at) => new(ProvedAtType, (at?.ToUnixTimeSeconds() ?? 0).ToString(CultureInfo.InvariantCulture));

    /// <summary>The session of whoever asks; null where nobody is signed in to the desk.</summary>
    public static string? SessionId(this ClaimsPrincipal user) => user.FindFirstValue(IdType);

    public static DateTimeOffset ProvedAt(this ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.TryParse(user.FindFirstValue(ProvedAtType), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    /// <summary>Whose session it is; asked only behind <see cref="DeskSession.Required"/>.</summary>
    public static StaffId StaffId(this ClaimsPrincipal user) => Contracts.StaffId.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
}

/// <summary>The policy of pages that belong to whoever is signed in, whatever they may do besides.</summary>
internal static class DeskSession
{
    public const string Required = "accounts.session";
}
