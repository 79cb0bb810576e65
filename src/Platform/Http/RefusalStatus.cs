using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>The HTTP status of each kind of refusal.</summary>
public static class RefusalStatus
{
    /// <summary>What an exception says to the one who asked; null where it is a bug of ours.</summary>
    public static Refusal? Behind(Exception exception) => exception switch
    {
        Refusal refusal => refusal,
        _ when DbErrors.IsLostRace(exception) => Refusal.Conflict("state.changed", "Somebody changed this at the same moment. Load it again and repeat what you did."),
        _ when DbErrors.IsUnstorableText(exception) => Refusal.Invalid("request.unreadable_text", "A text holds a character that cannot be kept. Type it again instead of pasting it."),
        BadHttpRequestException bad => Refusal.Invalid("request.malformed", bad.StatusCode == 413 ? "The request is too large." : "The request could not be read. Check its body and its headers."),
        _ => null,
    };

    public static int Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No status for this kind."),
    };
}
