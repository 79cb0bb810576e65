using System.Globalization;
using System.Text;
using System.Text.Json;
using Emporium.Platform.Events;

namespace Emporium.Messaging.Messages;

/// <summary>
/// What an endpoint is told: the fact in its envelope, as the Standard Webhooks specification recommends it (<c>type</c>, <c>timestamp</c>,
/// <c>data</c>), and where it stands. Minified; the same bytes at every attempt.
/// </summary>
internal static class Payload
{
    public static byte[] Of(EventEnvelope fact) => Write(fact, isTest: false);

    /// <summary>Says in its first field but one that nothing happened.</summary>
    public static byte[] OfTrial(EventEnvelope fact) => Write(fact, isTest: true);

    /// <summary>Laid out for reading.</summary>
    public static string Pretty(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }

    public static string BookName(Book book) => book is Book.Test ? "test" : "live";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static byte[] Write(EventEnvelope fact, bool isTest)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", fact.Type);
            if (isTest) json.WriteBoolean("isTest", true);
            json.WriteNumber("version", fact.Version);
            json.WriteString("timestamp", fact.OccurredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("id", fact.Id.ToString());
            json.WriteString("book", BookName(fact.Book));
            json.WriteString("subject", fact.Subject);
            json.WriteNumber("sequence", fact.Sequence);
            json.WritePropertyName("data");
            using (var data = JsonDocument.Parse(fact.Data)) data.RootElement.WriteTo(json);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    public static string Text(byte[] body) => Encoding.UTF8.GetString(body);
}
