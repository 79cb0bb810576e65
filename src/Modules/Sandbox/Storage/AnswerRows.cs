using Emporium.Sandbox.Wire;
using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>What was answered under each idempotency key; kept for a day.</summary>
internal sealed class AnswerRows(SqliteConnection connection)
{
    private const long KeptSeconds = 24 * 60 * 60;

    private readonly Statement _find = new(connection, "select request, status, body from answers where key = $1 and created > $2");
    private readonly Statement _add = new(connection, "insert or replace into answers (key, request, status, created, body) values ($1, $2, $3, $4, $5)");
    private readonly Statement _forget = new(connection, "delete from answers where created <= $1");

    /// <returns>The hash of the request that was answered, and the answer.</returns>
    public (byte[] Request, Answer Answer)? Find(string key, long now)
    {
        using var reader = _find.Read(key, now - KeptSeconds);
        return reader.Read() ? (reader.GetFieldValue<byte[]>(0), new Answer(reader.GetInt32(1), reader.GetFieldValue<byte[]>(2))) : null;
    }

    public void Add(string key, byte[] request, Answer answer, long now) => _add.Run(key, request, answer.Status, now, answer.Body);

    public int Forget(long now) => _forget.Run(now - KeptSeconds);
}
