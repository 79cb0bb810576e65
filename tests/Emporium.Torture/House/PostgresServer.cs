using System.Diagnostics;
using Npgsql;

namespace Emporium.Torture.House;

/// <summary>The server that TEST_POSTGRES names, or one of its own that ends with the run.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly List<string> created = [];
    private string connection = "";
    private DirectoryInfo? data;
    private Process? process;

    private PostgresServer() { }

    public static async Task<PostgresServer> Open()
    {
        var server = new PostgresServer();
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } known) server.connection = known;
        else await server.Start();
        return server;
    }

    /// <returns>The connection string of the new database.</returns>
    public async Task<string> Create(string name)
    {
        await Ask($"create database {name}");
        created.Add(name);
        return new NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (process is null)
        {
            foreach (var name in created) await Ask($"drop database if exists {name} with (force)");
            return;
        }
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        data!.Delete(recursive: true);
    }

    private async Task Start()
    {
        var bin = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (bin is null) throw new InvalidOperationException("No PostgreSQL is installed here. Install it, or name a server in TEST_POSTGRES.");
        data = Directory.CreateTempSubdirectory("emporium-torture-postgres-");
        string[] asPostgres = [];
        if (Environment.UserName == "root")
        {
            await Finish("chown", "postgres", data.FullName);
            asPostgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"];
        }

        var port = Ports.Free();
        await Finish([.. asPostgres, $"{bin}/bin/initdb", "-D", $"{data.FullName}/data", "-U", "postgres", "--auth=trust"]);
        process = Begin([.. asPostgres, $"{bin}/bin/postgres", "-D", $"{data.FullName}/data", "-p", $"{port}", "-c", "listen_addresses=127.0.0.1",
            "-c", $"unix_socket_directories={data.FullName}", "-c", "max_connections=200", "-c", "fsync=off"]);
        connection = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        await Patience.Until("PostgreSQL answers", TimeSpan.FromSeconds(30), IsUp);
    }

    private async Task<bool> IsUp()
    {
        try
        {
            await Ask("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task Ask(string sql)
    {
        await using var link = new NpgsqlConnection(connection);
        await link.OpenAsync();
        await using var command = new NpgsqlCommand(sql, link);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Finish(params string[] command)
    {
        using var run = Begin(command);
        await run.WaitForExitAsync();
        if (run.ExitCode != 0) throw new InvalidOperationException($"{command[0]} ended with {run.ExitCode}.");
    }

    private static Process Begin(params string[] command)
    {
        var begun = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }
}
