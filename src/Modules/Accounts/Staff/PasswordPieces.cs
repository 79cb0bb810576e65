namespace Emporium.Accounts.Staff;

/// <summary>Pieces of passwords that are tried before any others, and how many tries each takes.</summary>
internal static class PasswordPieces
{
    private const int ShortestWord = 3;
    private const int ShortestRun = 3;

    // Where a run begins, which way it goes, and how far.
    private const double Run = 1.6;

    // A hundred and fifty years, of which the recent ones come first.
    private const double Year = 2;
    private const double Changed = 0.3;

    /// <returns>The tries as a power of ten; null where the text is no such piece.</returns>
    public static double? CostOf(string piece, IReadOnlyCollection<string> known)
    {
        var lower = piece.ToLowerInvariant();
        var plain = CommonPasswords.Plain(lower);
        var disguise = (lower == piece ? 0 : Changed) + (plain == lower ? 0 : Changed);
        if (piece.Length >= ShortestWord && (known.Contains(lower) || known.Contains(plain))) return Changed + disguise;
        if (piece.Length >= ShortestWord && CommonPasswords.RankOf(plain) is { } rank) return Math.Log10(rank + 1) + disguise;
        if (IsYear(piece)) return Year;
        if (CommonPasswords.Period(lower) is var period && period < piece.Length && piece.Length >= ShortestRun) return period + Math.Log10(piece.Length / (double)period) + disguise;
        return piece.Length >= ShortestRun && CommonPasswords.IsRun(lower) ? Run + Math.Log10(piece.Length) : null;
    }

    private static bool IsYear(string piece) => piece is ['1', '9', _, _] or ['2', '0', _, _] && char.IsAsciiDigit(piece[2]) && char.IsAsciiDigit(piece[3]);
}
