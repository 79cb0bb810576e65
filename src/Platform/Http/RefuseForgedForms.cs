using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>
/// The framework checks a form's token and leaves it to whoever reads the form to refuse. A handler that reads none would act on a
/// forged request: so it ends here, whatever the handler reads.
/// </summary>
internal sealed class RefuseForgedForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var isGuarded = http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true } && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (isGuarded && http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            throw new Refusal(RefusalKind.Forbidden, "request.forged", "This form is too old, or was not sent from the store. Open the page again and repeat what you did.");
        return next(http);
    }
}
