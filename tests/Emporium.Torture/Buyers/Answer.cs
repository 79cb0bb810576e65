using System.Text.Json;

namespace Emporium.Torture.Buyers;

/// <summary>What the store said.</summary>
internal sealed record Answer(int Status, string Text, string? Location)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The code of a refusal.</summary>
    public string Code => Text.StartsWith('{') && Json.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";

    public static async Task<Answer> Of(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
}
