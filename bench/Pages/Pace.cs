using System.Diagnostics;
using Emporium.Bench.Load;
using Emporium.Bench.Machine;

namespace Emporium.Bench.Pages;

/// <summary>Asks a server as fast as it answers, over keep-alive connections with several requests on the way on each.</summary>
internal sealed class Pace(Options options)
{
    private const int Connections = 8;
    private const int OnTheWay = 8;

    /// <summary>The best of several rounds after a warm-up.</summary>
    /// <param name="next">Makes the requests of one burst; called again for each where answers must differ.</param>
    public async Task<Rate> Measure(Server server, Func<byte[]> next)
    {
        await Round(server, next, options.WarmUp);
        var best = default(Rate);
        for (var i = 0; i < options.Rounds; i++)
        {
            var rate = await Round(server, next, options.Round);
            if (rate.PerSecond > best.PerSecond) best = rate with { Failed = rate.Failed + best.Failed };
        }
        return best;
    }

    /// <summary>The same request over and over.</summary>
    public Task<Rate> Measure(Server server, byte[] request)
    {
        var burst = Burst(() => request);
        return Measure(server, () => burst);
    }

    /// <summary>Requests of one burst, joined.</summary>
    public static byte[] Burst(Func<byte[]> request) => [.. Enumerable.Range(0, OnTheWay).SelectMany(_ => request())];

    private static async Task<Rate> Round(Server server, Func<byte[]> next, TimeSpan length)
    {
        var (answers, failed) = (0, 0);
        var (begun, cpu, own) = (Stopwatch.GetTimestamp(), server.Cpu, Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await server.Connect();
            while (Stopwatch.GetElapsedTime(begun) < length)
            {
                Interlocked.Add(ref failed, await connection.Pipeline(next(), OnTheWay));
                Interlocked.Add(ref answers, OnTheWay);
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new Rate(answers / seconds, (server.Cpu - cpu) / answers * 1e6, (server.Cpu - cpu) / seconds, (Environment.CpuUsage.TotalTime - own).TotalSeconds / seconds, failed);
    }
}
