using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>Counts and sums over the books, so that another set of books can be compared with them.</summary>
internal sealed class SummaryRows(SqliteConnection connection)
{
    private readonly Statement _counts = new(connection, """
        select kind, coalesce(status, ''), currency, count(*), sum(amount), sum(refunded) from objects
        group by kind, status, currency order by kind, status, currency
        """);

    private readonly Statement _payments = new(connection, """
        select p.seq, p.id, p.amount, p.currency, s.id, s.reference, coalesce(c.refunded, 0), c.id
        from objects p
        left join objects s on s.payment_intent = p.id and s.kind = 'checkout.session'
        left join objects c on c.payment_intent = p.id and c.kind = 'charge' and c.status = 'succeeded'
        where p.kind = 'payment_intent' and p.status = 'succeeded' and p.seq > $1
        order by p.seq
        limit $2
        """);

    private readonly Statement _events = new(connection, "select count(*) from events");

    public long Events => _events.Number();

    public List<Count> Counts() =>
        _counts.All(row => new Count(row.GetString(0), row.GetString(1), Text(row, 2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)));

    /// <summary>Succeeded payments in the order in which they were begun.</summary>
    public List<Payment> Payments(long after, int limit) => _payments.All(
        row => new Payment(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), Text(row, 4), Text(row, 5), row.GetInt64(6), Text(row, 7)),
        after, limit);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>How many objects of a kind stand in a status, and what they sum to in minor units.</summary>
    public sealed record Count(string Kind, string Status, string? Currency, long Objects, long Amount, long Refunded);

    /// <summary>A payment that succeeded; session and reference are null for one made off-session.</summary>
    public sealed record Payment(
        long Sequence, string PaymentIntent, long Amount, string Currency, string? Session, string? ClientReferenceId, long Refunded, string? Charge);
}
