namespace Emporium.Platform.Pages;

/// <summary>Something that waits for a person, as a module sees it. The desk's home asks every one; each answers by an index, whatever the size of the store.</summary>
public interface IDeskConcern
{
    /// <summary>Who is shown it.</summary>
    string Permission { get; }

    /// <summary>Null while nothing waits.</summary>
    Task<DeskConcern?> Look(CancellationToken ct);
}

/// <param name="Text">What waits, in a few words: “mails that no server took”.</param>
/// <param name="Count">How many; from <see cref="Many"/> on, that many or more.</param>
/// <param name="Href">Where a person sees to it.</param>
/// <param name="IsUrgent">True where money or somebody's access is at stake.</param>
public sealed record DeskConcern(string Text, int Count, string Href, bool IsUrgent = false)
{
    /// <summary>Nobody needs to know more exactly than this, and counting on would cost more the longer it waits.</summary>
    public const int Many = 100;
}
