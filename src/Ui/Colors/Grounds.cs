namespace Emporium.Ui;

/// <summary>What an accent stands on, and what stands on it, as tokens.css declares it; a test compares the two.</summary>
/// <param name="Papers">paper, paper-raised, paper-sunk.</param>
internal sealed record Grounds(IReadOnlyList<Oklch> Papers, Oklch OnAccent)
{
    public static Grounds Light { get; } = new([new(0.974, 0.012, 84), new(0.992, 0.006, 84), new(0.944, 0.017, 82)], new(0.992, 0.006, 84));

    public static Grounds Dark { get; } = new([new(0.19, 0.018, 262), new(0.225, 0.02, 262), new(0.16, 0.016, 262)], new(0.19, 0.03, 262));
}
