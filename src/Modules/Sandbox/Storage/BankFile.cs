using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Emporium.Sandbox.Storage;

/// <summary>
/// The bank's SQLite file: one writer, any number of readers. It runs in WAL with <c>synchronous=NORMAL</c>: a killed process loses
/// nothing that was answered; a power cut may lose the last moments, which a test bank may.
/// </summary>
internal sealed class BankFile : IDisposable
{
    private readonly ConcurrentBag<Books> _readers = [];
    private readonly string _connection;
    private readonly TimeProvider _clock;
    private readonly SandboxOptions _options;

    public BankFile(SandboxOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var path = Path.GetFullPath(options.Database);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        using var connection = Open();
        Run(connection, Tables.Script);
    }

    public Books OpenBooks() => new(Open(), _options, _clock);

    /// <summary>Reads what is committed, on a connection of its own.</summary>
    public T Read<T>(Func<Books, T> question)
    {
        var books = _readers.TryTake(out var idle) ? idle : OpenBooks();
        try
        {
            return question(books);
        }
        finally
        {
            _readers.Add(books);
        }
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var books)) books.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Run(connection, "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000; pragma cache_size = -16000;");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
