using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Presence;

/// <summary>
/// Sends a form on its way that waited for a proof: the request becomes the one that was posted, and goes through the whole pipeline again,
/// in a scope of its own. Nothing that guards the form is left out, and the answer is the form's own.
/// </summary>
internal sealed class HandOver(IServiceScopeFactory scopes) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Run);
        next(app);
    };

    private async Task Run(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Features.Get<CarriedForm>() is not { } form || http.Response.HasStarted) return;
        await Become(http, form);
        await next(http);
    }

    private async Task Become(HttpContext http, CarriedForm form)
    {
        http.Response.Clear();
        http.Features.Set<CarriedForm>(null);
        http.Features.Set<IFormFeature>(null);
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        http.Features.Set<IAuthenticateResultFeature>(null);
        var scope = scopes.CreateAsyncScope();
        http.Response.RegisterForDisposeAsync(scope);
        http.Features.Set<IServiceProvidersFeature>(new ServiceProvidersFeature { RequestServices = scope.ServiceProvider });

        using var content = new FormUrlEncodedContent(form.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var body = await content.ReadAsByteArrayAsync(http.RequestAborted);
        var query = form.Target.IndexOf('?', StringComparison.Ordinal);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = query < 0 ? form.Target : form.Target[..query];
        http.Request.QueryString = query < 0 ? QueryString.Empty : new QueryString(form.Target[query..]);
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (new MemoryStream(body), body.Length, $"application/x-www-form-urlencoded; charset={Encoding.UTF8.WebName}");
    }
}
