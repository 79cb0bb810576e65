namespace Emporium.Host.DemoStore.History;

/// <summary>Chance that falls the same way for the same seed.</summary>
internal sealed class Chance(int seed)
{
    // Seeded on purpose: two people who make a history of the same length see the same one.
    private readonly Random random = new(seed);

    public bool Happens(double probability) => random.NextDouble() < probability;

    public int Below(int most) => random.Next(most);

    public double Fraction() => random.NextDouble();

    public T Of<T>(IReadOnlyList<(T Thing, int Weight)> weighted)
    {
        var left = random.Next(weighted.Sum(w => w.Weight));
        return weighted.First(w => (left -= w.Weight) < 0).Thing;
    }

    public T Of<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    /// <summary>How many of something rare happen where so many are expected (Knuth's method for the Poisson distribution).</summary>
    public int Count(double expected)
    {
        var (limit, product, count) = (Math.Exp(-expected), 1.0, -1);
        do
        {
            product *= random.NextDouble();
            count++;
        }
        while (product > limit);
        return count;
    }
}
