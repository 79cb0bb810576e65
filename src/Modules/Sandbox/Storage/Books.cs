using Emporium.Sandbox.Wire;
using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>The bank's books through one connection. Only the <see cref="Writer"/> begins and commits; others read.</summary>
internal sealed class Books(SqliteConnection connection, SandboxOptions options, TimeProvider clock) : IDisposable
{
    private readonly Statement _begin = new(connection, "begin immediate");
    private readonly Statement _commit = new(connection, "commit");
    private readonly Statement _savepoint = new(connection, "savepoint change");
    private readonly Statement _release = new(connection, "release change");
    private readonly Statement _undo = new(connection, "rollback to change");
    private readonly HashSet<string> _delivered = [.. options.WebhookEvents];
    private List<long> _raised = [];
    private Origin _origin = Origin.Itself;

    public ObjectRows Objects { get; } = new(connection);

    public EventRows Events { get; } = new(connection);

    public DeliveryRows Deliveries { get; } = new(connection);

    public AnswerRows Answers { get; } = new(connection);

    public SummaryRows Summary { get; } = new(connection);

    public SandboxOptions Options => options;

    /// <summary>Unix seconds: Stripe's measure of time.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public T? Find<T>(string? id) where T : class, IStored<T> => id is null ? null : Objects.Find<T>(id);

    /// <exception cref="StripeError">404: there is no such object.</exception>
    public T Get<T>(string id, string param = "id") where T : class, IStored<T> =>
        Objects.Find<T>(id) ?? throw StripeError.Missing(T.Kind, id, param);

    public T Add<T>(T stored) where T : class, IStored<T>
    {
        Objects.Add(stored);
        return stored;
    }

    public T Put<T>(T stored) where T : class, IStored<T>
    {
        Objects.Put(stored);
        return stored;
    }

    /// <summary>Stores the event with the change that caused it; it is sent after the commit.</summary>
    /// <param name="type">Stripe's event type: <c>payment_intent.succeeded</c>.</param>
    /// <param name="about">The object as it is now.</param>
    public void Raise(string type, IStored about)
    {
        var sequence = Events.Add(type, Now, _origin, ObjectWriter.Render(about, this));
        if (!_delivered.Contains(type) && !_delivered.Contains("*")) return;
        Deliveries.Add(sequence);
        _raised.Add(sequence);
    }

    public void Begin()
    {
        _raised = [];
        _begin.Run();
    }

    /// <returns>The events to send.</returns>
    public IReadOnlyList<long> Commit()
    {
        _commit.Run();
        return _raised;
    }

    public void Abandon()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0) return;
        using var rollback = new Statement(connection, "rollback");
        rollback.Run();
    }

    /// <returns>A mark to roll back to.</returns>
    public int Mark(Origin origin)
    {
        _origin = origin;
        _savepoint.Run();
        return _raised.Count;
    }

    public void Release() => _release.Run();

    public void RollBack(int mark)
    {
        _undo.Run();
        _release.Run();
        _raised.RemoveRange(mark, _raised.Count - mark);
    }

    public void Dispose() => connection.Dispose();
}
