using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Audit;

/// <summary>
/// Nothing that the staff does is left out, and no handler has to think of it: around authorization this sees what became of the
/// request, and <see cref="FollowAction"/>, inside the reruns, lets each save carry its entry.
/// </summary>
internal sealed class AuditActions(RequestDelegate next, IServiceScopeFactory scopes)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // A form that waited for a proof comes by a second time, as another action.
        http.Features.Set<AuditWritten>(null);
        try
        {
            await next(http);
        }
        catch (Exception refused)
        {
            await Note(http, RefusalStatus.Behind(refused)?.Code ?? "failed");
            throw;
        }

        if (http.Features.Get<AuditWritten>() is null) await Note(http, Outcome(http.Response.StatusCode));
    }

    private static string Outcome(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "denied",
        >= 500 => "failed",
        >= 400 => "refused",
        _ => AuditTrail.Done,
    };

    // The caller may be gone by now; what they did is written all the same.
    private async Task Note(HttpContext http, string outcome)
    {
        if (AuditedAction.Of(http) is not { } action) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().Note(action, outcome, CancellationToken.None);
    }
}

/// <summary>Inside the reruns: the unit of work of this run carries the entry.</summary>
internal sealed class FollowAction(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (AuditedAction.Of(http) is { } action)
            http.RequestServices.GetRequiredService<AuditTrail>().Follow(action, () => http.Features.Set(AuditWritten.Instance));
        return next(http);
    }
}

/// <summary>On a request whose entry is durable.</summary>
internal sealed class AuditWritten
{
    public static readonly AuditWritten Instance = new();
}
