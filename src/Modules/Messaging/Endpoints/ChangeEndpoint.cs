using Emporium.Messaging.Desk;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Messaging.Endpoints;

/// <summary>Replaces what an endpoint is told and where. What already waits goes to the new address.</summary>
internal sealed class ChangeEndpoint(StoreDb db, EndpointDraft draft, OpenEndpoint open)
{
    public async Task<WebhookEndpoint> Handle(EndpointId id, EndpointRequest request, CancellationToken ct)
    {
        var endpoint = await db.FindEndpoint(id, ct);
        await draft.Write(endpoint, request, ct);
        await open.Tell(endpoint, ct);
        await db.SaveChangesAsync(ct);
        return endpoint;
    }

    public static async Task<Ok<EndpointAnswer>> Endpoint(EndpointId id, EndpointRequest request, ChangeEndpoint change, CancellationToken ct) =>
        TypedResults.Ok(EndpointAnswer.Of(await change.Handle(id, request, ct)));

    public static async Task<IResult> Form(EndpointId id, HttpRequest http, ChangeEndpoint change, CancellationToken ct)
    {
        var typed = EndpointFields.Typed.Read(await http.ReadFormAsync(ct));
        try
        {
            await change.Handle(id, typed.Request(), ct);
            return SeeOther.To($"/admin/settings/webhooks/{id}");
        }
        catch (Refusal refusal) when (refusal.Input is not null)
        {
            return new RazorComponentResult<EditEndpointPage>(new { Id = id.ToString(), Typed = typed, Refused = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
