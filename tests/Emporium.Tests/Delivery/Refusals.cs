using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Emporium.Tests.Delivery;

internal static class Refusals
{
    public static async Task ShouldRefuse(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>());
    }
}
