namespace Emporium.Platform.Mail;

/// <summary>A letter to one person.</summary>
/// <param name="Kind">Stable, <c>noun.purpose</c>: <c>order.receipt</c>.</param>
/// <param name="About">The subject it belongs to (<c>ord_…</c>); its text is sealed under that subject's key, so that erasing the subject erases the letter.</param>
/// <param name="Key">Unique per letter that must go out once: a second one with the same key is not added.</param>
public sealed record Letter(string Kind, string About, string Key, string To, string Subject, string Html, string Text)
{
    /// <summary>For letters that are not about an order: the address that ends them with one POST (RFC 8058). Mail programs show a button for it.</summary>
    public string? UnsubscribeUrl { get; init; }
}

/// <summary>Outgoing mail. A letter is part of the unit of work that writes it; it leaves after the commit, and again until the server took it.</summary>
public interface IMail
{
    /// <summary>Adds the letter to the current unit of work.</summary>
    Task Post(Letter letter, CancellationToken ct);
}
