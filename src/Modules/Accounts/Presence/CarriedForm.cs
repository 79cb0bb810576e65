namespace Emporium.Accounts.Presence;

/// <summary>A form that waits while its sender is asked again who they are.</summary>
/// <param name="Target">Path and query that it was posted to.</param>
/// <param name="Fields">As they were posted, token and all.</param>
internal sealed record CarriedForm(string Target, IReadOnlyList<CarriedForm.Field> Fields)
{
    /// <summary>In characters. A page that is asked to carry more would not come back through a browser's form.</summary>
    public const int Longest = 500_000;

    /// <summary>How long the question may stay open.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Sealed for one session: what is taken from one browser cannot be sent from another.</summary>
    public static string PurposeFor(string sessionId) => $"carried form of {sessionId}";

    internal sealed record Field(string Name, string Value);
}
