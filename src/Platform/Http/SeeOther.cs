using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Http;

/// <summary>The answer to a form that did its work: look there now (303, RFC 9110 §15.4.4), so that a reload repeats nothing.</summary>
/// <param name="location">A path of this store, or the page of a gateway. What a visitor sent goes through <see cref="Within"/>.</param>
public sealed class SeeOther(string location) : IResult, IStatusCodeHttpResult
{
    private string? words;
    private FlashTone tone;

    public int? StatusCode => StatusCodes.Status303SeeOther;

    public static SeeOther To(string location) => new(location);

    /// <summary>Never leaves the store.</summary>
    /// <param name="path">From a form, so that it may be anything.</param>
    /// <param name="otherwise">Where to go instead when it is not a path of this store.</param>
    public static SeeOther Within(string? path, string otherwise) =>
        new(path is ['/', ..] && RedirectHttpResult.IsLocalUrl(path) ? path : otherwise);

    /// <summary>Shows one sentence on the page that follows, such as “Saved.”; nothing personal and no secret.</summary>
    public SeeOther Saying(string sentence, FlashTone how = FlashTone.Done)
    {
        (words, tone) = (sentence, how);
        return this;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (words is not null) httpContext.RequestServices.GetRequiredService<Flash>().Say(httpContext, words, tone);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
