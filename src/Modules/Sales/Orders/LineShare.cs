using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>How much of one line goes back: whole pieces, an amount, or, with neither, all that is left of it.</summary>
/// <param name="Quantity">Pieces: as many parts of the line's total, at most what is left of it.</param>
/// <param name="Amount">Instead of pieces.</param>
internal sealed record LineShare(OrderLineId Line, int? Quantity = null, Money? Amount = null)
{
    /// <exception cref="Refusal"><c>refund.line_invalid</c>, <c>refund.exceeds_line</c>.</exception>
    public Money Of(OrderLine line, Money left)
    {
        if (left.IsZero) throw Refusal.Conflict("refund.exceeds_line", $"Nothing is left to give back of “{line.Title}”.", "lines");
        if ((Quantity, Amount) is (not null, not null)) throw Refusal.Invalid("refund.line_invalid", $"Give pieces or an amount for “{line.Title}”, not both.", "lines");
        if (Amount is { } amount) return Whole(line, amount, left);
        if (Quantity is not { } pieces) return left;
        if (pieces < 1 || pieces > line.Quantity) throw Refusal.Invalid("refund.line_invalid", $"“{line.Title}” was bought {line.Quantity} times. Choose between 1 and {line.Quantity} pieces.", "lines");
        var asked = pieces == line.Quantity ? left : line.Total.Allocate(pieces, line.Quantity - pieces)[0];
        return asked > left ? left : asked;
    }

    private static Money Whole(OrderLine line, Money amount, Money left)
    {
        if (amount.Currency != left.Currency || amount.Minor <= 0)
            throw Refusal.Invalid("refund.line_invalid", $"Give an amount above zero in {left.Currency} for “{line.Title}”.", "lines");
        return amount <= left ? amount : throw Refusal.Conflict("refund.exceeds_line", $"At most {left} can still be given back of “{line.Title}”.", "lines");
    }
}
