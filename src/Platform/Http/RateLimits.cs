using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Http;

/// <summary>How often one address, or one key, may ask; section <c>RateLimits</c>, requests a minute.</summary>
public sealed record RateLimits
{
    public const string Api = "api";
    public const string Forms = "forms";
    public const string SignIn = "sign-in";

    /// <summary>Anonymous API calls.</summary>
    public int ApiPerMinute { get; init; } = 600;

    /// <summary>API calls with one key, from wherever they come.</summary>
    public int KeyPerMinute { get; init; } = 600;

    /// <summary>Forms that write, send mail or start payments.</summary>
    public int FormsPerMinute { get; init; } = 60;

    public int SignInPerMinute { get; init; } = 10;

    internal static IServiceCollection Add(IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = Refuse;
            limiter.AddPolicy(Api, http => http.User.FindFirstValue(Permission.KeyClaimType) is { } key ? Window(key, limits.KeyPerMinute) : PerAddress(http, limits.ApiPerMinute));
            limiter.AddPolicy(Forms, http => PerAddress(http, limits.FormsPerMinute));
            limiter.AddPolicy(SignIn, http => PerAddress(http, limits.SignInPerMinute));
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http, int perMinute) => Window(http.Connection.RemoteIpAddress?.ToString() ?? "", perMinute);

    private static RateLimitPartition<string> Window(string caller, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        caller,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? (int)Math.Ceiling(pause.TotalSeconds) : 10;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context.HttpContext,
            ProblemDetails = { Status = StatusCodes.Status429TooManyRequests, Title = $"Too many requests. Try again in {wait} seconds.", Extensions = { ["code"] = "request.too_many" } },
        });
    }
}
