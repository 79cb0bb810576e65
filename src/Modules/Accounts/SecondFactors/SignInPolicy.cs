using Emporium.Platform.Settings;

namespace Emporium.Accounts.SecondFactors;

/// <summary>What the owner demands of everybody who signs in to the desk.</summary>
[Settings("accounts.sign-in")]
internal sealed record SignInPolicy
{
    /// <summary>Whoever has neither authenticator app nor passkey is led to set one up before anything else opens.</summary>
    public bool TeamNeedsSecondFactor { get; init; }
}
