using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Guide;
using Emporium.Messaging.Messages;
using Emporium.Platform.Audit;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emporium.Messaging;

/// <summary>The desk's forms and the API: two doors to the same handlers.</summary>
internal static class WebhookRoutes
{
    public static void MapForms(IEndpointRouteBuilder routes)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        var desk = routes.MapGroup("/admin/settings/webhooks").WithOrder(-1).RequireAuthorization(MessagingModule.Manage).WithMetadata(token).ExcludeFromDescription();
        Desk.WebhookFiles.Map(routes);
        desk.MapPost("", CreateEndpoint.Form).RequireStepUp().WithSummary("Adds a webhook endpoint");
        desk.MapPost("/{id}", ChangeEndpoint.Form).RequireStepUp().WithSummary("Changes a webhook endpoint");
        desk.MapPost("/{id}/disablement", SwitchEndpoint.DisableForm).WithSummary("Switches a webhook endpoint off");
        desk.MapPost("/{id}/enablement", SwitchEndpoint.EnableForm).WithSummary("Switches a webhook endpoint on");
        desk.MapPost("/{id}/deletion", DeleteEndpoint.Form).RequireStepUp().WithSummary("Deletes a webhook endpoint");
        desk.MapGet("/{id}/secret", Desk.SecretPage.Answer).RequireStepUp().Audited().WithSummary("Shows a webhook endpoint’s secret");
        desk.MapPost("/{id}/secret/rotation", EndpointSecret.RotateForm).RequireStepUp().WithSummary("Makes a new secret for a webhook endpoint");
        desk.MapPost("/{id}/tests", SendTest.Form).WithMetadata(RunsOnce.Instance).WithSummary("Sends a test webhook");
        desk.MapPost("/{id}/replays", ReplayMessages.FailedForm).WithSummary("Sends failed webhooks again");
        desk.MapPost("/{id}/messages/{message}/replays", ReplayMessages.OneForm).WithSummary("Sends a webhook again");
    }

    public static void MapApi(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/event-types", EventTypesApi.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.Api).WithTags("Webhooks")
            .WithName("ListEventTypes").WithSummary("Every event that webhooks tell of, with its meaning, a sample and a JSON Schema");

        var api = routes.MapGroup("/api/v1/webhook-endpoints").RequireAuthorization(MessagingModule.Manage).WithTags("Webhooks");
        api.MapGet("", EndpointQueries.All).WithName("ListWebhookEndpoints").WithSummary("The addresses that are told what happens");
        api.MapPost("", CreateEndpoint.Endpoint).RequireIdempotencyKey(asksOthers: true).RequireStepUp().WithName("CreateWebhookEndpoint").WithSummary("Adds an address; the answer holds its secret");
        api.MapGet("/{id}", EndpointQueries.One).WithName("GetWebhookEndpoint").WithSummary("One address, and how it does");
        api.MapPut("/{id}", ChangeEndpoint.Endpoint).RequireStepUp().WithName("ChangeWebhookEndpoint").WithSummary("Replaces where and what is told");
        api.MapDelete("/{id}", DeleteEndpoint.Endpoint).RequireStepUp().WithName("DeleteWebhookEndpoint").WithSummary("Deletes an address with its log");
        api.MapGet("/{id}/secret", EndpointSecret.ShowEndpoint).RequireStepUp().Audited().WithName("GetWebhookSecret").WithSummary("The secret that signs");
        MapActs(api);
    }

    private static void MapActs(RouteGroupBuilder api)
    {
        var creates = CreatesNothing.Instance;
        api.MapPost("/{id}/secret/rotation", EndpointSecret.RotateEndpoint).WithMetadata(creates).RequireStepUp()
            .WithName("RotateWebhookSecret").WithSummary("Makes a new secret; the old one signs too for a day, unless it is to stop at once");
        api.MapPost("/{id}/disablement", SwitchEndpoint.DisableEndpoint).WithMetadata(creates).WithName("DisableWebhookEndpoint").WithSummary("Sends nothing any more");
        api.MapPost("/{id}/enablement", SwitchEndpoint.EnableEndpoint).WithMetadata(creates).WithName("EnableWebhookEndpoint").WithSummary("Sends again, with or without what was missed");
        api.MapPost("/{id}/tests", SendTest.Endpoint).WithMetadata(creates, RunsOnce.Instance).WithName("SendTestWebhook").WithSummary("Sends an event’s sample now and once, and answers what came of it");
        api.MapPost("/{id}/replays", ReplayMessages.FailedEndpoint).WithMetadata(creates).WithName("ReplayFailedWebhooks").WithSummary("Sends again what failed since a moment");
        api.MapGet("/{id}/messages", ReadMessages.ListEndpoint).WithName("ListWebhookMessages").WithSummary("What was sent to an address and what waits, newest first");
        api.MapGet("/{id}/messages/{message}", ReadMessages.OneEndpoint).WithName("GetWebhookMessage").WithSummary("A message as it is sent, and each attempt with its answer");
        api.MapPost("/{id}/messages/{message}/replays", ReplayMessages.OneEndpoint).WithMetadata(creates).WithName("ReplayWebhookMessage").WithSummary("Sends a message once more");
    }
}
