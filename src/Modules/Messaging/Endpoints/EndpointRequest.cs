using System.ComponentModel.DataAnnotations;
using Emporium.Messaging.Addresses;

namespace Emporium.Messaging.Endpoints;

/// <summary>An endpoint as the desk and the API write it.</summary>
/// <param name="Url">Public and <c>https://</c>.</param>
/// <param name="Description">Who listens there, for people.</param>
/// <param name="Types">Names of events; empty or left out for all, also those to come.</param>
/// <param name="Book">Only of these books; left out for both. What is about no order, such as a product, is live.</param>
internal sealed record EndpointRequest(
    [property: Required, StringLength(EndpointUrls.MaxLength)] string Url,
    [property: StringLength(EndpointRequest.MaxDescription)] string? Description = null,
    [property: MaxLength(200)] IReadOnlyList<string>? Types = null,
    Book? Book = null)
{
    public const int MaxDescription = 200;
}
