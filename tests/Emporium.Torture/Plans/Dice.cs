namespace Emporium.Torture.Plans;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine and every runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="least"/> up to but not including <paramref name="end"/>.</summary>
    public int Between(int least, int end) => least + (int)(Next() % (ulong)(end - least));

    public bool Hits(int percent) => Between(0, 100) < percent;

    public T Of<T>(IReadOnlyList<T> all) => all[Between(0, all.Count)];
}
