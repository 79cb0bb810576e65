using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Observing;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Visitors;

/// <summary>The choice in a cookie of the store's own, which scripts may read: <c>policy.seconds.statistics</c>, or <c>policy.seconds.-</c> for a no.</summary>
internal sealed class VisitorConsent : IVisitorConsent
{
    public const string ChoiceCookie = "consent";
    public const string VisitorCookie = "visitor";
    private const string None = "-";
    private const int VisitorLength = 32;

    // Half a year, as the French authority advises: then it is time to ask again.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(182);

    private readonly IObservations observations;
    private readonly TimeProvider clock;

    public VisitorConsent(IEnumerable<VisitorPurpose> purposes, IObservations observations, TimeProvider clock)
    {
        (this.observations, this.clock) = (observations, clock);
        Purposes = [.. purposes.OrderBy(p => p.Name, StringComparer.Ordinal)];
        Policy = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Purposes.Select(p => $"{p.Name}: {p.Explanation}")))))[..8];
    }

    public string Policy { get; }

    public IReadOnlyList<VisitorPurpose> Purposes { get; }

    public bool Allows(HttpRequest request, string purpose) => !SaysNo(request) && Chosen(request)?.Purposes.Contains(purpose, StringComparer.Ordinal) is true;

    public string? Visitor(HttpRequest request) =>
        Allows(request, VisitorPurpose.Statistics) && request.Cookies[VisitorCookie] is { Length: VisitorLength } id && id.All(char.IsAsciiHexDigitLower) ? id : null;

    public VisitorChoice? Chosen(HttpRequest request) =>
        request.Cookies[ChoiceCookie]?.Split('.') is [{ Length: 8 } policy, var seconds, var names] && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 100_000_000_000
            ? new(policy, DateTimeOffset.FromUnixTimeSeconds(at), [.. names.Split('+').Where(name => Purposes.Any(p => p.Name == name))])
            : null;

    public async Task<VisitorChoice> Choose(HttpContext http, IReadOnlyCollection<string> purposes, CancellationToken ct)
    {
        var choice = new VisitorChoice(Policy, clock.Now, SaysNo(http.Request) ? [] : [.. Purposes.Select(p => p.Name).Where(purposes.Contains)]);
        var names = choice.IsRefusal ? None : string.Join('+', choice.Purposes);
        http.Response.Cookies.Append(ChoiceCookie, string.Create(CultureInfo.InvariantCulture, $"{Policy}.{choice.At.ToUnixTimeSeconds()}.{names}"), Options(http, isForScripts: true));
        var known = http.Request.Cookies[VisitorCookie];
        if (choice.Purposes.Contains(VisitorPurpose.Statistics, StringComparer.Ordinal))
        {
            if (Visitor(http.Request) is null) http.Response.Cookies.Append(VisitorCookie, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(VisitorLength / 2)), Options(http, isForScripts: false));
        }
        else if (known is not null)
        {
            http.Response.Cookies.Delete(VisitorCookie, Options(http, isForScripts: false));
            await observations.Forget(known, ct);
        }
        return choice;
    }

    /// <summary>Global Privacy Control (w3c.github.io/gpc): a no that the browser says for its owner.</summary>
    private static bool SaysNo(HttpRequest request) => request.Headers["Sec-GPC"] == "1";

    private static CookieOptions Options(HttpContext http, bool isForScripts) =>
        new() { Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, HttpOnly = !isForScripts, IsEssential = true, MaxAge = Kept };
}
