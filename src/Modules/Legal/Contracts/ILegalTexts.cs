namespace Emporium.Legal.Contracts;

/// <summary>The store's legal pages, each version of which is kept for ever: what was in force when somebody ordered can be read later.</summary>
public interface ILegalTexts
{
    /// <summary>The version in force now. From memory; a text that nobody has seen yet is written down first.</summary>
    ValueTask<LegalText> Current(LegalPage page, CancellationToken ct);

    /// <summary>A version by its id; null where there is none.</summary>
    Task<LegalText?> Find(LegalTextId id, CancellationToken ct);
}

/// <summary>A version of a legal page.</summary>
/// <param name="Version">From 1, per page.</param>
/// <param name="Since">When it came into force.</param>
public sealed record LegalText(LegalTextId Id, LegalPage Page, int Version, DateTimeOffset Since)
{
    public string Name => NameOf(Page);

    /// <summary>Where this very version can be read.</summary>
    public string Path => $"{PathOf(Page)}?version={Version}";

    public static string PathOf(LegalPage page) => $"/legal/{page.ToString().ToLowerInvariant()}";

    public static string NameOf(LegalPage page) => page switch
    {
        LegalPage.Imprint => "Imprint",
        LegalPage.Terms => "Terms of sale",
        LegalPage.Privacy => "Privacy policy",
        _ => "Refund policy",
    };
}
