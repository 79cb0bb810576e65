namespace Emporium.Sandbox.Pages;

/// <summary>What the payment page shows.</summary>
/// <param name="Base">Address of the bank's pages.</param>
/// <param name="Merchant">Who is paid: the host of the store.</param>
/// <param name="Notice">Why the bank refused the last attempt.</param>
/// <param name="Faults">Sentence by field.</param>
public sealed record PayView(
    string Base,
    string Session,
    string Merchant,
    string Total,
    IReadOnlyList<PayView.Line> Lines,
    string? CancelUrl,
    string? Notice,
    IReadOnlyDictionary<string, string> Faults)
{
    public bool ByBank { get; init; }

    public bool BankFails { get; init; }

    public string CardNumber { get; init; } = "";

    public string Expiry { get; init; } = "";

    public string Cvc { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The test cards, under their headings.</summary>
    public IReadOnlyList<Group> Cards { get; init; } = [];

    /// <summary>A line of the summary.</summary>
    public sealed record Line(string Name, string? Description, long Quantity, string Amount);

    /// <summary>Test cards that belong together.</summary>
    public sealed record Group(string Heading, IReadOnlyList<Card> Cards);

    /// <summary>A test card: digits to send, digits to read, and what happens.</summary>
    public sealed record Card(string Number, string Shown, string What);
}
