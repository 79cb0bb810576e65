namespace Emporium.Legal.Contracts;

/// <summary>The legal pages of a store; the name in lower case is the address, <c>/legal/terms</c>.</summary>
public enum LegalPage
{
    /// <summary>Who is behind the store.</summary>
    Imprint,

    /// <summary>What buyer and seller owe each other.</summary>
    Terms,

    /// <summary>Which data are kept, and why.</summary>
    Privacy,

    /// <summary>How money comes back.</summary>
    Refunds,
}
