using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Emporium.Bench.Load;

namespace Emporium.Bench.Machine;

/// <summary>A program under measurement, in a process of its own. Disposing ends it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private bool isDisposed;

    private Server(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>From the start of the process to the end of its first answer.</summary>
    public TimeSpan Started { get; private init; }

    /// <summary>Time on the processor so far, in seconds.</summary>
    public double Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].Split(' ');
            return (long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>Memory in use, in MiB.</summary>
    public double Resident
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
    }

    /// <summary>Starts a command on a core and waits until it answers <paramref name="path"/>. What it prints goes to <paramref name="log"/>.</summary>
    public static async Task<Server> Start(int core, Uri url, string path, string log, params IEnumerable<string> command)
    {
        var start = Cores.On(core, ["sh", "-c", $"exec \"$@\" >> '{log}' 2>&1", "sh", .. command]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        await Answer(process, url, path, log);
        return new Server(process, url) { Started = Stopwatch.GetElapsedTime(begun) };
    }

    public static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Task<Connection> Connect() => Connection.Open(Url);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        using (process)
        {
            if (process.HasExited) return;
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            if (!process.WaitForExit(TimeSpan.FromSeconds(20))) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task Answer(Process process, Uri url, string path, string log)
    {
        var request = Ask.Get(path);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Patience; await Task.Delay(5))
        {
            if (process.HasExited) throw new InvalidOperationException($"A server ended at its start; see {log}:\n{File.ReadAllText(log)}");
            try
            {
                using var connection = await Connection.Open(url);
                await connection.Ask(request);
                return;
            }
            catch (Exception closed) when (closed is SocketException or IOException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"{url} did not answer; see {log}.");
    }
}
