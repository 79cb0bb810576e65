namespace Emporium.Ui;

/// <summary>Chance that falls the same way for the same words on every machine (FNV-1a seeds SplitMix64), unlike <see cref="Random"/> and string hashes.</summary>
internal sealed class CoverDice
{
    private ulong _state = 14695981039346656037;

    public CoverDice(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            foreach (var letter in $"{word}\n")
                _state = unchecked((_state ^ letter) * 1099511628211);
    }

    /// <summary>From 0 to one less than the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From 0 to 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Share());

    public bool Chance(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
