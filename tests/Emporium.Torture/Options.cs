using System.Globalization;
using Emporium.Torture.Guards;

namespace Emporium.Torture;

internal enum Mode
{
    /// <summary>The store and its bank are processes; the store is killed.</summary>
    Process,

    /// <summary>The store's handlers run in this process, one step of one of them at a time.</summary>
    Interleave,
}

/// <summary>What was asked for on the command line.</summary>
/// <param name="Count">Buyers in <see cref="Mode.Process"/>, rounds in <see cref="Mode.Interleave"/>.</param>
/// <param name="Kills">Null for as many as suit the count.</param>
internal sealed record Options(Mode Mode, bool OnPostgres, int Count, ulong Seed, int? Kills, IReadOnlyList<Guard> Disabled)
{
    public const string Usage =
        "Emporium.Torture [--mode process|interleave] [--database sqlite|postgres] [--count N] [--seed S] [--kills K] [--disable-guard NAME]…";

    /// <summary>The line that repeats this run.</summary>
    public string Command => string.Create(CultureInfo.InvariantCulture,
        $"--mode {(Mode is Mode.Process ? "process" : "interleave")} --database {(OnPostgres ? "postgres" : "sqlite")} --count {Count} --seed {Seed}")
        + (Kills is { } kills ? $" --kills {kills}" : "") + string.Concat(Disabled.Select(g => $" --disable-guard {g.Name}"));

    /// <returns>Null with a sentence about what is wrong.</returns>
    public static Options? Of(IReadOnlyList<string> args, out string fault)
    {
        var options = new Options(Mode.Process, false, 60, 1, null, []);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || options.With(args[i], args[i + 1]) is not { } next)
            {
                fault = $"'{string.Join(' ', args.Skip(i).Take(2))}' is not understood.";
                return null;
            }
            options = next;
        }
        fault = options is { Mode: Mode.Interleave, OnPostgres: true } ? "Interleavings run on SQLite: PostgreSQL decides by itself who waits for whom." : "";
        return fault.Length == 0 ? options : null;
    }

    private Options? With(string name, string value) => (name, value) switch
    {
        ("--mode", "process") => this with { Mode = Mode.Process },
        ("--mode", "interleave") => this with { Mode = Mode.Interleave },
        ("--database", "sqlite") => this with { OnPostgres = false },
        ("--database", "postgres") => this with { OnPostgres = true },
        ("--count", _) when Number(value) is > 0 and var count => this with { Count = count },
        ("--kills", _) when Number(value) is { } kills => this with { Kills = kills },
        ("--seed", _) when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        ("--disable-guard", _) when Guard.Find(value) is { } guard => this with { Disabled = [.. Disabled, guard] },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
