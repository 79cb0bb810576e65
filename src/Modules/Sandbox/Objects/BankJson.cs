using System.Text.Json.Serialization;

namespace Emporium.Sandbox.Objects;

/// <summary>How the bank keeps its own objects; what the API shows is written by each object's <c>Write</c>.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckoutSession))]
[JsonSerializable(typeof(PaymentIntent))]
[JsonSerializable(typeof(Charge))]
[JsonSerializable(typeof(BalanceTransaction))]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(PaymentMethod))]
[JsonSerializable(typeof(Dispute))]
[JsonSerializable(typeof(EarlyFraudWarning))]
internal sealed partial class BankJson : JsonSerializerContext;
