using System.Buffers;
using System.Text.Json;

namespace Emporium.Sandbox.Wire;

/// <summary>A refusal in Stripe's shape (<c>{"error":{type,code,message,param}}</c>, https://docs.stripe.com/api/errors). Thrown, it undoes the change.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="type"><c>invalid_request_error</c>, <c>idempotency_error</c>, <c>api_error</c> or <c>card_error</c>.</param>
/// <param name="code">Stable code, where Stripe has one.</param>
/// <param name="param">The parameter at fault, with its brackets.</param>
internal sealed class StripeError(int status, string type, string? code, string message, string? param = null) : Exception(message)
{
    public string? Code => code;

    public string? Param => param;

    public static StripeError Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", code, message, param);

    public static StripeError Missing(string kind, string id, string param) =>
        new(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", param);

    public Answer ToAnswer()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (code is not null)
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}");
        }

        json.WriteString("message", Message);
        if (param is not null) json.WriteString("param", param);
        json.WriteString("type", type);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return new Answer(status, buffer.WrittenSpan.ToArray());
    }
}
