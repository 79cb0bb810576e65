using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Messaging.Guide;

/// <summary>The catalog of events for programs: names to choose from, schemas to generate types from, samples to test with.</summary>
internal static class EventTypesApi
{
    public sealed record List(IReadOnlyList<EventType> Items);

    public static Ok<List> Endpoint(EventTypes types, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Ok(new List(types.All));
    }
}
