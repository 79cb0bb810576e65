using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>The events that the endpoint has not taken yet.</summary>
internal sealed class DeliveryRows(SqliteConnection connection)
{
    private readonly Statement _add = new(connection, "insert into deliveries (event) values ($1) on conflict (event) do update set attempt = 0, due = 0");
    private readonly Statement _addAll = new(connection, "insert into deliveries (event) select seq from events where true on conflict (event) do update set attempt = 0, due = 0");
    private readonly Statement _remove = new(connection, "delete from deliveries where event = $1");
    private readonly Statement _postpone = new(connection, "update deliveries set attempt = $2, due = $3 where event = $1");
    private readonly Statement _pending = new(connection, "select event, attempt, due from deliveries order by event");
    private readonly Statement _count = new(connection, "select count(*) from deliveries");

    public long Count => _count.Number();

    public void Add(long sequence) => _add.Run(sequence);

    public void AddAll() => _addAll.Run();

    public void Remove(long sequence) => _remove.Run(sequence);

    public void Postpone(long sequence, int attempt, long dueMilliseconds) => _postpone.Run(sequence, attempt, dueMilliseconds);

    /// <summary>Sequence of the event, attempts made, Unix milliseconds of the next one.</summary>
    public List<(long Sequence, int Attempt, long Due)> Pending() => _pending.All(row => (row.GetInt64(0), row.GetInt32(1), row.GetInt64(2)));
}
