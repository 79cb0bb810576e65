using Emporium.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Security;

/// <summary>
/// What a module keeps about people, in plain words: the privacy policy is made of these notes (GDPR article 13), so it says what the
/// program does. What it keeps of one person is <see cref="IPersonalData"/>.
/// </summary>
/// <param name="Rank">Lower stands first.</param>
/// <param name="Topic">A heading of few words: <c>When you buy</c>.</param>
/// <param name="What">Which data, and where they come from. A whole sentence.</param>
/// <param name="Why">What they are used for. A whole sentence.</param>
/// <param name="Basis">Why the law allows it.</param>
/// <param name="Kept">For how long. A whole sentence.</param>
/// <param name="Recipient">Who else receives them, where somebody does. A whole sentence.</param>
public sealed record PrivacyNote(int Rank, string Topic, string What, string Why, LegalBasis Basis, string Kept, string? Recipient = null)
{
    /// <summary>Whether this store does it at all; null for always.</summary>
    public Func<ISettings, CancellationToken, ValueTask<bool>>? Applies { get; init; }
}

/// <summary>Why data may be worked with (GDPR article 6, paragraph 1).</summary>
public enum LegalBasis
{
    /// <summary>Letter a: the person agreed, and may take it back.</summary>
    Consent,

    /// <summary>Letter b: the person ordered something.</summary>
    Contract,

    /// <summary>Letter c: a law asks for it.</summary>
    Law,

    /// <summary>Letter f: a reason of the store's that does not weigh less than the person's own.</summary>
    Interest,
}

/// <summary>A cookie that the store sets, or something else that it leaves on a device.</summary>
/// <param name="Name">As a browser shows it.</param>
/// <param name="Purpose">What for. A whole sentence.</param>
/// <param name="Kept">How long: <c>a year</c>, <c>until you close the browser</c>.</param>
/// <param name="IsNecessary">False for what waits until the visitor has agreed.</param>
public sealed record CookieNote(string Name, string Purpose, string Kept, bool IsNecessary = true);

public static class PrivacyRegistrations
{
    public static IServiceCollection AddPrivacyNote(this IServiceCollection services, PrivacyNote note) => services.AddSingleton(note);

    public static IServiceCollection AddCookieNote(this IServiceCollection services, CookieNote note) => services.AddSingleton(note);
}
