using Emporium.Messaging.Addresses;
using Emporium.Messaging.Guide;

namespace Emporium.Messaging.Endpoints;

/// <summary>Judges what somebody wrote about an endpoint and writes it down.</summary>
internal sealed class EndpointDraft(EndpointUrls urls, EventTypes types)
{
    /// <exception cref="Refusal"><c>webhook.url_…</c>, <c>webhook.type_unknown</c>, <c>webhook.description_too_long</c>.</exception>
    public async Task Write(WebhookEndpoint endpoint, EndpointRequest request, CancellationToken ct)
    {
        var url = await urls.Judge(request.Url, ct);
        var description = (request.Description ?? "").Trim();
        if (description.Length > EndpointRequest.MaxDescription)
            throw Refusal.Invalid("webhook.description_too_long", $"Keep the description within {EndpointRequest.MaxDescription} characters.", "description");
        var chosen = (request.Types ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (chosen.Find(name => !types.IsKnown(name)) is { } unknown) throw EventTypes.Unknown(unknown);
        endpoint.Write(url, description, chosen, request.Book);
    }
}
