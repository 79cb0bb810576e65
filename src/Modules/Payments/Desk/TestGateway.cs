using Emporium.Payments.Gateways;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Payments.Desk;

/// <summary>Asks a gateway whether it knows our key.</summary>
internal static class TestGateway
{
    /// <param name="What">What the gateway answered, in plain words.</param>
    /// <param name="Remedy">What to do; null where all is well.</param>
    public sealed record Answer(string Gateway, Book Book, bool IsGood, string What, string? Remedy);

    public static async Task<Ok<Answer>> Endpoint(string name, GatewayList gateways, CancellationToken ct) => TypedResults.Ok(await Ask(name, gateways, ct));

    public static async Task<IResult> Form(string name, GatewayList gateways, CancellationToken ct)
    {
        var answer = await Ask(name, gateways, ct);
        return new RazorComponentResult<PaymentsRoomPage>(new { Tested = new PaymentsRoomPage.Verdict(answer.Gateway, answer.IsGood, answer.What, answer.Remedy) });
    }

    /// <exception cref="Refusal"><c>gateway.not_found</c>.</exception>
    private static async Task<Answer> Ask(string name, GatewayList gateways, CancellationToken ct)
    {
        var gateway = gateways.Find(name) ?? throw Refusal.NotFound("gateway");
        try
        {
            await gateway.Probe(ct);
            return new(name, gateway.Book, true, $"{gateway.Face.Title} answers, and knows the {(gateway.Book is Book.Live ? "live" : "test")} key.", gateway.Face.KnowsWebhooks ? null : "It cannot tell the store about payments yet: set the webhook secret.");
        }
        catch (GatewayException failure)
        {
            return new(name, gateway.Book, false, $"{gateway.Face.Title} said no: {failure.Message}", Remedy(failure));
        }
    }

    private static string Remedy(GatewayException failure) => failure.Fault is GatewayFault.Unavailable && failure.InnerException is HttpRequestException or TaskCanceledException
        ? "Nothing came back. Check that this machine reaches the gateway, and try again in a minute."
        : "Copy the secret key from the gateway’s dashboard once more into Payments:Stripe:SecretKey, and restart the store.";
}
