namespace Emporium.Torture.Plans;

/// <summary>What a buyer does when asked for money.</summary>
internal enum Paying
{
    Pays,
    PaysInTwoTabs,
    IsDeclinedThenPays,
    ProvesIdentity,
    PaysLate,
    NeverPays,
    PaysThenDisputes,
}

/// <summary>What becomes of the money afterwards.</summary>
internal enum Returning
{
    Nothing,

    /// <summary>A part, from a form sent twice.</summary>
    PartTwice,

    /// <summary>Two halves and a bit at the same moment: only one may pass.</summary>
    TooMuchAtOnce,
}

/// <summary>Everything one buyer will do.</summary>
/// <param name="Products">Positions on the shelf; a product twice is two pieces.</param>
/// <param name="ByForm">Through the pages, as a browser; otherwise through the API, as a program.</param>
/// <param name="SameKey">Checkouts sent at once under one idempotency key (or one form).</param>
/// <param name="OtherKeys">Checkouts sent at the same moment under keys of their own.</param>
/// <param name="Downloads">Downloads asked for at once; the limit is <see cref="Shelf.DownloadLimit"/>.</param>
/// <param name="Echoes">How often a stranger repeats the bank's latest messages, at once.</param>
internal sealed record BuyerPlan(
    int Number, IReadOnlyList<int> Products, bool ByForm, int SameKey, int OtherKeys, Paying Paying, Returning Returning, int Downloads, int Echoes)
{
    /// <summary>Moments in a buyer's life that kills are tied to.</summary>
    public const int Marks = 6;

    public static BuyerPlan Of(int number, Dice dice) => new(
        number,
        [.. Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Between(0, Shelf.Size))],
        dice.Hits(30), dice.Between(1, 5), dice.Between(1, 4),
        dice.Of(Ways), dice.Of(Ends),
        dice.Hits(60) ? Shelf.DownloadLimit + dice.Between(1, 5) : 0,
        dice.Between(2, 7));

    private static readonly Paying[] Ways =
    [
        Paying.Pays, Paying.Pays, Paying.Pays, Paying.PaysInTwoTabs, Paying.PaysInTwoTabs, Paying.IsDeclinedThenPays,
        Paying.ProvesIdentity, Paying.PaysLate, Paying.NeverPays, Paying.PaysThenDisputes,
    ];

    private static readonly Returning[] Ends = [Returning.Nothing, Returning.Nothing, Returning.PartTwice, Returning.TooMuchAtOnce];
}
