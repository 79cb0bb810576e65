using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Messaging.Desk;

/// <summary>The endpoints, and the log of one, as files. Neither holds a secret.</summary>
internal static class WebhookFiles
{
    private static readonly ListColumns<ReadEndpoints.Row> Endpoints = new ListColumns<ReadEndpoints.Row>()
        .InFile("id", row => row.Endpoint.Id)
        .InFile("url", row => row.Endpoint.Url)
        .InFile("description", row => row.Endpoint.Description)
        .InFile("status", row => row.Endpoint.Status)
        .InFile("disabled_by", row => row.Endpoint.Reason)
        .InFile("events", row => row.Endpoint.Types)
        .InFile("book", row => row.Endpoint.Book)
        .InFile("waiting", row => row.Waiting)
        .InFile("failed_in_7_days", row => row.Failed)
        .InFile("last_success_at", row => row.Endpoint.LastSuccessAt)
        .InFile("failing_since", row => row.Endpoint.FailingSince)
        .InFile("created_at", row => row.Endpoint.CreatedAt);

    private static readonly ListColumns<ReadMessages.Row> Messages = new ListColumns<ReadMessages.Row>()
        .InFile("id", message => message.Id)
        .InFile("event", message => message.Event)
        .InFile("type", message => message.Type)
        .InFile("subject", message => message.Subject)
        .InFile("status", message => message.Status)
        .InFile("attempts", message => message.Attempts)
        .InFile("outcome", message => message.Outcome)
        .InFile("is_test", message => message.IsTest)
        .InFile("created_at", message => message.CreatedAt)
        .InFile("due_at", message => message.DueAt)
        .InFile("done_at", message => message.DoneAt);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapListFile("/admin/settings/webhooks", MessagingModule.Manage, Endpoints, http => http.RequestServices.GetRequiredService<ReadEndpoints>().List(http.RequestAborted));
        routes.MapListFile("/admin/settings/webhooks/{id}/messages", MessagingModule.Manage, Messages, All);
    }

    private static async IAsyncEnumerable<ReadMessages.Row> All(HttpContext http)
    {
        var (scope, ct) = (http.RequestServices, http.RequestAborted);
        var endpoint = (await scope.GetRequiredService<ReadEndpoints>().Find((string)http.GetRouteValue("id")!, ct)).Endpoint.Id;
        var wanted = ReadMessages.StatusOf(http.Request.Query["status"]);
        await foreach (var message in Page<ReadMessages.Row>.Through(after => scope.GetRequiredService<ReadMessages>().List(endpoint, wanted, after, ct))) yield return message;
    }
}
