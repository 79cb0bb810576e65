using System.Globalization;

namespace Emporium.Accounts.Staff;

/// <summary>
/// How many guesses a password withstands: the cheapest way to put it together from what is tried first (common words, what is known about its
/// owner, runs, repeats, years) and single characters. After zxcvbn (D. L. Wheeler, USENIX Security 2016), in orders of magnitude.
/// </summary>
internal static class PasswordStrength
{
    /// <summary>Whoever reads further than this has guessed long before.</summary>
    private const int Read = 64;

    // Orders of magnitude: ten tries for a character that follows from nothing, two for each further piece.
    private const double Character = 1;
    private const double Piece = 0.3;

    // What one graphics card tries in a second against PBKDF2 with 210,000 rounds.
    private const double TriesPerSecond = 10_000;

    private static readonly double[] Steps = [3, 6, 8, 10];

    /// <param name="known">Words that belong to the owner: name, address, store.</param>
    public static Estimate Of(string password, IReadOnlyCollection<string> known)
    {
        var text = password[..Math.Min(password.Length, Read)];
        var cheapest = new double[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            cheapest[end] = cheapest[end - 1] + Character;
            for (var start = 0; start < end - 1; start++)
                if (PasswordPieces.CostOf(text[start..end], known) is { } cost) cheapest[end] = Math.Min(cheapest[end], cheapest[start] + cost + Piece);
        }
        var magnitude = cheapest[^1] + Math.Max(0, password.Length - Read);
        return new(Steps.Count(step => magnitude >= step), magnitude, InWords(Math.Pow(10, magnitude) / TriesPerSecond));
    }

    private static string InWords(double seconds) => seconds switch
    {
        < 60 => "in less than a minute",
        < 3_600 => Rounded(seconds / 60, "minute"),
        < 86_400 => Rounded(seconds / 3_600, "hour"),
        < 2_592_000 => Rounded(seconds / 86_400, "day"),
        < 31_557_600 => Rounded(seconds / 2_592_000, "month"),
        < 3_155_760_000 => Rounded(seconds / 31_557_600, "year"),
        _ => "in centuries",
    };

    private static string Rounded(double count, string unit) =>
        Math.Round(count) is var n && n <= 1 ? $"in about {(unit is "hour" ? "an" : "a")} {unit}" : $"in about {n.ToString("0", CultureInfo.InvariantCulture)} {unit}s";

    /// <param name="Score">0 to 4: below 10³, 10⁶, 10⁸, 10¹⁰ guesses, and above.</param>
    /// <param name="Magnitude">The guesses as a power of ten.</param>
    /// <param name="Time">How soon somebody with the stolen hash and one graphics card has it: “in about 3 days”.</param>
    internal sealed record Estimate(int Score, double Magnitude, string Time);
}
