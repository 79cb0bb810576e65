using Emporium.Torture.House;
using Emporium.Torture.Interleaving;

namespace Emporium.Torture;

/// <summary>One run from an empty database to the line of counts.</summary>
internal static class Run
{
    private const int Shown = 40;

    /// <returns>0 when nothing is wrong, 1 otherwise.</returns>
    public static async Task<int> Of(Options options, TextWriter output)
    {
        var tally = new Tally();
        await using (var place = await Place.Open(options.OnPostgres))
        {
            if (options.Mode is Mode.Process) await Siege.Run(options, place, tally, output);
            else await Interleavings.Run(options, place, tally, output);
        }

        foreach (var finding in tally.Findings.Take(Shown)) await output.WriteLineAsync(finding);
        if (!tally.IsClean) await output.WriteLineAsync($"To repeat: dotnet run -c Release --project tests/Emporium.Torture -- {options.Command}");
        await output.WriteLineAsync(tally.Line);
        return tally.IsClean ? 0 : 1;
    }
}
