using System.Text.Json;

namespace Emporium.Tests.Sandbox;

/// <summary>Short words for reading Stripe's JSON.</summary>
internal static class StripeJson
{
    extension(JsonElement json)
    {
        public string Id() => json.GetProperty("id").GetString()!;

        public string? Text(string name) => json.GetProperty(name).GetString();

        public long Number(string name) => json.GetProperty(name).GetInt64();

        public string Type() => json.Text("type")!;
    }
}
