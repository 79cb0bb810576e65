using Emporium.Sandbox.Wire;
using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>Everything that was ever raised, in order; never changed.</summary>
internal sealed class EventRows(SqliteConnection connection)
{
    private const string Columns = """
        select e.seq, e.id, e.type, e.created, e.request, e.idempotency_key, e.body, exists (select 1 from deliveries d where d.event = e.seq)
        from events e
        """;

    private readonly Statement _find = new(connection, $"{Columns} where e.id = $1");
    private readonly Statement _at = new(connection, $"{Columns} where e.seq = $1");
    private readonly Statement _before = new(connection, $"{Columns} where e.seq < $1 and ($2 is null or e.type = $2) and e.created >= $3 order by e.seq desc limit $4");
    private readonly Statement _after = new(connection, $"{Columns} where e.seq > $1 and ($2 is null or e.type = $2) and e.created >= $3 order by e.seq limit $4");
    private readonly Statement _add = new(connection, """
        insert into events (id, type, created, request, idempotency_key, body) values ($1, $2, $3, $4, $5, $6) returning seq
        """);

    /// <returns>Its place in the order of all events.</returns>
    public long Add(string type, long created, Origin origin, byte[] body) =>
        _add.Number(StripeId.New("evt_"), type, created, origin.Request, origin.IdempotencyKey, body);

    public StoredEvent? Find(string id) => _find.All(Row, id) is [var found] ? found : null;

    public StoredEvent? At(long sequence) => _at.All(Row, sequence) is [var found] ? found : null;

    public List<StoredEvent> List(Query query, string? type, long createdFrom)
    {
        if (query.EndingBefore is { } end) return _after.All(Row, Find(end)?.Sequence ?? 0, type, createdFrom, query.Limit + 1);
        var from = query.StartingAfter is { } start ? Find(start)?.Sequence ?? 0 : long.MaxValue;
        return _before.All(Row, from, type, createdFrom, query.Limit + 1);
    }

    private static StoredEvent Row(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3),
        new Origin(row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)),
        row.GetFieldValue<byte[]>(6), row.GetBoolean(7));
}
