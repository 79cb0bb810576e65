using System.Text;
using System.Text.Json;

namespace Emporium.Bench.Load;

/// <summary>What a server answered. The body is kept only where it was asked for.</summary>
internal readonly record struct Reply(int Status, byte[] Body, string? Location, string? Cookie)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <exception cref="InvalidOperationException">Another status; the message holds the answer.</exception>
    public Reply Demand(int status) => Status == status ? this : throw new InvalidOperationException($"Expected {status}, got {Status}: {Text}");
}
