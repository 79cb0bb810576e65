using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>The table of objects.</summary>
internal sealed class ObjectRows(SqliteConnection connection)
{
    private const string Filter = """
        select body from objects
        where kind = $1
          and ($2 is null or payment_intent = $2) and ($3 is null or customer = $3)
          and ($4 is null or charge = $4) and ($5 is null or status = $5)
        """;

    private readonly Statement _find = new(connection, "select body from objects where id = $1 and kind = $2");
    private readonly Statement _before = new(connection, $"{Filter} and seq < $6 order by seq desc limit $7");
    private readonly Statement _after = new(connection, $"{Filter} and seq > $6 order by seq limit $7");
    private readonly Statement _byPaymentIntent = new(connection, "select body from objects where payment_intent = $1 and kind = $2 order by seq desc");
    private readonly Statement _due = new(connection, "select id, kind from objects where due <= $1 order by due, seq limit $2");
    private readonly Statement _sequence = new(connection, "select seq from objects where id = $1");
    private readonly Statement _add = new(connection, """
        insert into objects (id, kind, status, amount, refunded, payment_intent, customer, charge, reference, due, currency, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """);

    private readonly Statement _put = new(connection, """
        update objects
        set status = $2, amount = $3, refunded = $4, payment_intent = $5, customer = $6, charge = $7, reference = $8, due = $9, currency = $10, body = $11
        where id = $1
        """);

    public T? Find<T>(string id) where T : class, IStored<T>
    {
        using var reader = _find.Read(id, T.Kind);
        return reader.Read() ? Parse<T>(reader) : null;
    }

    public List<T> Of<T>(string paymentIntent) where T : class, IStored<T> => _byPaymentIntent.All(Parse<T>, paymentIntent, T.Kind);

    /// <summary>One row more than the limit when there is more.</summary>
    public List<T> List<T>(Query query) where T : class, IStored<T>
    {
        var (statement, mark) = query.EndingBefore is { } end ? (_after, _sequence.Number(end))
            : (_before, query.StartingAfter is { } start ? _sequence.Number(start) : long.MaxValue);
        return statement.All(Parse<T>, T.Kind, query.PaymentIntent, query.Customer, query.Charge, query.Status, mark, query.Limit + 1);
    }

    /// <summary>What should have changed by itself by that moment, in order.</summary>
    public List<(string Id, string Kind)> Due(long moment, int limit) => _due.All(row => (row.GetString(0), row.GetString(1)), moment, limit);

    public void Add<T>(T stored) where T : class, IStored<T>
    {
        var c = stored.Columns;
        _add.Run(stored.Id, T.Kind, c.Status, c.Amount, c.Refunded, c.PaymentIntent, c.Customer, c.Charge, c.Reference, c.Due, c.Currency, Bytes(stored));
    }

    public void Put<T>(T stored) where T : class, IStored<T>
    {
        var c = stored.Columns;
        _put.Run(stored.Id, c.Status, c.Amount, c.Refunded, c.PaymentIntent, c.Customer, c.Charge, c.Reference, c.Due, c.Currency, Bytes(stored));
    }

    private static byte[] Bytes<T>(T stored) where T : class, IStored<T> => JsonSerializer.SerializeToUtf8Bytes(stored, T.Json);

    private static T Parse<T>(SqliteDataReader row) where T : class, IStored<T> => JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), T.Json)!;
}
