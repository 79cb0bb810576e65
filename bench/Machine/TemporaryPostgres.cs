using System.Diagnostics;
using Npgsql;

namespace Emporium.Bench.Machine;

/// <summary>A PostgreSQL of our own, as it comes from the package (durable commits), in a folder that may be kept. Not pinned to a core.</summary>
internal sealed class TemporaryPostgres : IAsyncDisposable
{
    private readonly string folder;

    private TemporaryPostgres(string folder, int port) => (this.folder, Port) = (folder, port);

    public int Port { get; }

    private static string Programs => Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() is { } newest
        ? Path.Combine(newest, "bin")
        : throw new InvalidOperationException("There is no PostgreSQL under /usr/lib/postgresql. Install one: apt-get install postgresql");

    public static async Task<TemporaryPostgres> Start(string folder)
    {
        var postgres = new TemporaryPostgres(folder, Server.FreeUrl().Port);
        if (Environment.IsPrivilegedProcess) await Run("chown", ["-R", "postgres", folder]);
        var data = Path.Combine(folder, "data");
        if (!Directory.Exists(data)) await RunAsPostgres("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        await RunAsPostgres("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {postgres.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c shared_buffers=512MB -c max_wal_size=8GB", "start");
        return postgres;
    }

    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    /// <summary>An empty database.</summary>
    public async Task<string> Create(string name)
    {
        await Command($"drop database if exists {name} with (force)");
        await Command($"create database {name}");
        return Connection(name);
    }

    public async Task Command(string sql)
    {
        await using var postgres = NpgsqlDataSource.Create(Connection("postgres") + ";Pooling=false");
        await using var command = postgres.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await RunAsPostgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "fast", "-w", "stop");

    /// <summary>PostgreSQL refuses to run as root; as anybody else it runs as that user. On every core.</summary>
    private static Task RunAsPostgres(string program, params string[] args)
    {
        string[] free = ["taskset", "-c", $"{Cores.Server},{Cores.Load}", Path.Combine(Programs, program), .. args];
        return Environment.IsPrivilegedProcess ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", .. free]) : Run(free[0], free[1..]);
    }

    // Not through pipes: the server that pg_ctl leaves behind would hold them open.
    private static async Task Run(string program, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null", "sh", program, .. args]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} failed.");
    }
}
