namespace Emporium;

/// <summary>Why a request is refused; each kind is one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>A value breaks a rule (422); names the field.</summary>
    Invalid,

    /// <summary>The actor is known and may not (403).</summary>
    Forbidden,

    /// <summary>It does not exist, or its existence is none of the actor's business (404).</summary>
    NotFound,

    /// <summary>The state does not allow it: stale, duplicate, already done (409).</summary>
    Conflict,

    /// <summary>It was there and is not any more: expired link, withdrawn product (410).</summary>
    Gone,

    /// <summary>More bytes than the store takes (413).</summary>
    TooLarge,

    /// <summary>Something we depend on does not answer; the same request may succeed later (503).</summary>
    Unavailable,
}

/// <summary>The request was understood and is refused; the message is safe to show. Anything else thrown is a bug.</summary>
/// <param name="kind">Decides the HTTP status.</param>
/// <param name="code">Stable and documented, <c>noun.reason</c>.</param>
/// <param name="message">A sentence for the person who asked: what happened and what to do.</param>
/// <param name="input">The form field at fault, when there is one.</param>
public sealed class Refusal(RefusalKind kind, string code, string message, string? input = null) : Exception(message)
{
    public RefusalKind Kind => kind;

    public string Code => code;

    public string? Input => input;

    public static Refusal Invalid(string code, string message, string? input = null) => new(RefusalKind.Invalid, code, message, input);

    public static Refusal Forbidden(string code, string message) => new(RefusalKind.Forbidden, code, message);

    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, $"{what}.not_found", $"There is no such {what}.");

    public static Refusal Conflict(string code, string message, string? input = null) => new(RefusalKind.Conflict, code, message, input);

    public static Refusal Gone(string code, string message) => new(RefusalKind.Gone, code, message);

    public static Refusal Unavailable(string code, string message) => new(RefusalKind.Unavailable, code, message);
}
