using Emporium.Messaging.Desk;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Adds an endpoint and makes its secret. What happens from now on is told to it.</summary>
internal sealed class CreateEndpoint(StoreDb db, EndpointDraft draft, Secrets secrets, OpenEndpoint open, Idempotency idempotency, TimeProvider clock)
{
    /// <summary>Each one costs a row for each event of the store.</summary>
    private const int Most = 20;

    public async Task<EndpointAnswer> Handle(EndpointRequest request, CancellationToken ct)
    {
        if (idempotency.Resource is { } earlier) return await Again(EntityId.Parse<EndpointId>(earlier), ct);
        var endpoint = new WebhookEndpoint(EndpointId.New(clock), clock.Now);
        await draft.Write(endpoint, request, ct);
        if (await db.Set<WebhookEndpoint>().CountAsync(ct) >= Most)
            throw Refusal.Conflict("webhook.too_many", $"A store has at most {Most} endpoints. Delete one that is not used any more.");

        var secret = await secrets.Renew(endpoint, previousUntil: null, ct);
        db.Add(endpoint);
        await open.Tell(endpoint, ct);
        idempotency.Creates(endpoint.Id.ToString());
        await db.SaveChangesAsync(ct);
        return EndpointAnswer.Of(endpoint, secret);
    }

    public static async Task<Created<EndpointAnswer>> Endpoint(EndpointRequest request, CreateEndpoint create, CancellationToken ct)
    {
        var created = await create.Handle(request, ct);
        return TypedResults.Created($"/api/v1/webhook-endpoints/{created.Id}", created);
    }

    public static async Task<IResult> Form(HttpRequest http, CreateEndpoint create, CancellationToken ct)
    {
        var typed = EndpointFields.Typed.Read(await http.ReadFormAsync(ct));
        try
        {
            var created = await create.Handle(typed.Request(), ct);
            return SeeOther.To($"/admin/settings/webhooks/{created.Id}");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<NewEndpointPage>(new { Typed = typed, Refused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    private async Task<EndpointAnswer> Again(EndpointId id, CancellationToken ct)
    {
        var endpoint = await db.Set<WebhookEndpoint>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.NotFound("endpoint");
        return EndpointAnswer.Of(endpoint, (await secrets.Of(endpoint, ct))[0]);
    }
}
