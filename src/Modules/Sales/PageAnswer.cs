using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales;

/// <summary>A page as the answer to a form that was refused: what was typed is kept, and the status says so too.</summary>
internal static class PageAnswer
{
    public static RazorComponentResult<TPage> Of<TPage>(Refusal? refusal, IReadOnlyDictionary<string, object?> parameters) where TPage : IComponent =>
        new(parameters) { StatusCode = refusal is null ? 200 : StatusOf(refusal.Kind) };

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => 422,
        RefusalKind.Forbidden => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.Gone => 410,
        RefusalKind.Unavailable => 503,
        _ => 409,
    };
}
