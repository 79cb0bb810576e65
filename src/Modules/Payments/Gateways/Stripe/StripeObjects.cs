using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>The parts of Stripe's objects that are read here, in API version 2026-10-28.endive.</summary>
internal static class StripeObjects
{
    public sealed record Session(
        string Id, string? Status, string? PaymentStatus, string? Url, string? ClientReferenceId,
        Dictionary<string, string>? Metadata, Expandable<Intent>? PaymentIntent);

    public sealed record Intent(
        string Id, string? Status, long AmountReceived, string Currency, string? Customer, string? PaymentMethod,
        Dictionary<string, string>? Metadata, Expandable<Charge>? LatestCharge, Problem? LastPaymentError);

    public sealed record Charge(string Id, long Created, Expandable<BalanceTransaction>? BalanceTransaction);

    public sealed record BalanceTransaction(string Id, long Fee, string Currency);

    public sealed record Refund(
        string Id, long Amount, string Currency, string? Status, string? FailureReason, Dictionary<string, string>? Metadata, Expandable<Intent>? PaymentIntent);

    public sealed record Dispute(
        string Id, long Amount, string Currency, string Status, string Reason, IReadOnlyList<BalanceTransaction>? BalanceTransactions, Expandable<Intent>? PaymentIntent);

    /// <summary>An error, or what stood in the way of a payment.</summary>
    public sealed record Problem(string? Type, string? Code, string? DeclineCode, string? Message, string? Param)
    {
        /// <summary>The most telling of its codes.</summary>
        public string? Reason => DeclineCode ?? Code ?? Type;
    }

    public sealed record Failure(Problem? Error);

    public sealed record Event(string Id, string Type, bool Livemode, EventContent Data);

    public sealed record EventContent(JsonElement Object);

    public sealed record List(IReadOnlyList<JsonElement> Data);
}

/// <summary>A field that holds an id, or the object itself where it was asked to be expanded.</summary>
[JsonConverter(typeof(ExpandableJson))]
internal sealed record Expandable<T>(string Id, T? Object) where T : class;

internal sealed class ExpandableJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Expandable<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Of<T> : JsonConverter<Expandable<T>> where T : class
    {
        public override Expandable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new Expandable<T>(reader.GetString()!, null);
            var whole = JsonElement.ParseValue(ref reader);
            return new Expandable<T>(whole.GetProperty("id").GetString()!, whole.Deserialize<T>(options));
        }

        public override void Write(Utf8JsonWriter writer, Expandable<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Stripe's objects are read only.");
    }
}
