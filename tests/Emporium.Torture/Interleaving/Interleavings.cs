using Emporium.Torture.House;

namespace Emporium.Torture.Interleaving;

internal static class Interleavings
{
    public static Task Run(Options options, Place place, Tally tally, TextWriter output) => Task.CompletedTask;
}
