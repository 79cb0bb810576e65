using Emporium.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales;

/// <summary>A page as the answer to a form that was refused: what was typed is kept, and the status says so too.</summary>
internal static class PageAnswer
{
    public static RazorComponentResult<TPage> Of<TPage>(Refusal? refusal, IReadOnlyDictionary<string, object?> parameters) where TPage : IComponent =>
        new(parameters) { StatusCode = refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal.Kind) };
}
