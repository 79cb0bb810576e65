using System.Diagnostics;

namespace Emporium.Bench.Machine;

/// <summary>Who runs where: what is measured on core 0, driver and bank on core 1, the database wherever it likes.</summary>
internal static class Cores
{
    public const int Server = 0;
    public const int Load = 1;
    private const string Mark = "EMPORIUM_BENCH_PINNED";

    /// <summary>Starts this program again on the load's core and waits for it; null where it stands there already.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int?> Repeat(string[] args)
    {
        if (Environment.GetEnvironmentVariable(Mark) is not null) return null;
        if (Environment.ProcessorCount < 2) throw new InvalidOperationException("The bench needs two cores: one for the server, one for the load.");
        var start = On(Load, [.. Self, .. args]);
        start.Environment[Mark] = "1";
        using var pinned = Process.Start(start)!;
        await pinned.WaitForExitAsync();
        return pinned.ExitCode;
    }

    /// <summary>The command that starts this program.</summary>
    public static IReadOnlyList<string> Self => Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
        ? [Environment.ProcessPath!, typeof(Cores).Assembly.Location]
        : [Environment.ProcessPath!];

    /// <summary>A command on one core, and every thread it will have.</summary>
    public static ProcessStartInfo On(int core, IEnumerable<string> command) => new("taskset", ["-c", $"{core}", .. command]);
}
