using System.Globalization;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Ui;
using Microsoft.Extensions.Primitives;

namespace Emporium.Sales.Desk.Refunding;

/// <summary>What was chosen on the refund page, kept as it was written so that a refused form shows it again.</summary>
/// <param name="Key">The refund's id, made when the page was drawn: the same form twice is one refund.</param>
/// <param name="Seen">What had gone back when the page was drawn, in minor units.</param>
/// <param name="Amount">From all lines in proportion, where no line is chosen; empty for none.</param>
/// <param name="Lines">Of each line: pieces, an amount, or nothing.</param>
public sealed record RefundSelection(string Key, long Seen, string Cause, string Reason, string Amount, IReadOnlyDictionary<string, RefundSelection.Part> Lines)
{
    /// <param name="Pieces">As written; empty for none.</param>
    /// <param name="Amount">As written, in major units; empty for none.</param>
    public sealed record Part(string Pieces, string Amount)
    {
        public bool IsEmpty => Pieces.Length == 0 && Amount.Length == 0;
    }

    private const int LongestReason = 500;

    private bool HasLines => Lines.Values.Any(part => !part.IsEmpty);

    public static RefundSelection Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var form = fields.ToDictionary(f => f.Key, f => f.Value.ToString().Trim(), StringComparer.Ordinal);
        string Value(string name) => form.GetValueOrDefault(name, "");
        var lines = form.Keys.Select(LineOf).OfType<string>().Distinct().ToDictionary(id => id, id => new Part(Value($"pieces.{id}"), Value($"amount.{id}")));
        return new(Value("key"), long.TryParse(Value("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1, Value("cause"), Value("reason"), Value("amount"), lines);
    }

    internal OrderRefundId DemandKey() => OrderRefundId.TryParse(Key, null, out var id)
        ? id
        : throw Refusal.Invalid("refund.form_stale", "This form is not complete. Load the page again.");

    /// <exception cref="Refusal"><c>refund.line_invalid</c>, <c>refund.nothing_chosen</c>, <c>refund.reason_too_long</c>, <c>refund.cause_required</c>.</exception>
    internal RefundOrder.Request Demand(string currency)
    {
        if (!HasLines && Amount.Length == 0) throw Refusal.Invalid("refund.nothing_chosen", "Choose lines, or give an amount.", "lines");
        if (HasLines && Amount.Length > 0) throw Refusal.Invalid("refund.amount_invalid", "Choose lines or give an amount over all of them, not both.", "amount");
        if (!Enum.TryParse<RefundCause>(Cause, out var cause) || !Enum.IsDefined(cause)) throw Refusal.Invalid("refund.cause_required", "Say why the money goes back.", "cause");
        if (Reason.Length > LongestReason) throw Refusal.Invalid("refund.reason_too_long", $"Say it in at most {LongestReason} characters.", "reason");
        return new RefundOrder.Request(
            HasLines ? null : Read(Amount, currency, "refund.amount_invalid", "amount"), Reason.Length > 0 ? Reason : null, cause,
            HasLines ? [.. Lines.Where(line => !line.Value.IsEmpty).Select(line => Share(line.Key, line.Value, currency))] : null,
            Seen < 0 ? null : new Money(Seen, currency));
    }

    private static LineShare Share(string id, Part part, string currency) => new(
        OrderLineId.TryParse(id, null, out var line) ? line : throw Refusal.Invalid("refund.line_invalid", "This line is none of the order.", "lines"),
        part.Pieces.Length == 0 ? null : int.TryParse(part.Pieces, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) ? pieces : throw Refusal.Invalid("refund.line_invalid", "Write pieces as a whole number.", "lines"),
        part.Amount.Length == 0 ? null : Read(part.Amount, currency, "refund.line_invalid", "lines"));

    private static Money Read(string text, string currency, string code, string field) => MoneyText.TryParse(text, currency, Words.English, out var amount) && amount.Minor > 0
        ? amount
        : throw Refusal.Invalid(code, "Write the amount in figures, such as 12.50.", field);

    private static string? LineOf(string name) => name.Split('.', 2) is ["pieces" or "amount", { Length: > 0 } id] ? id : null;
}
