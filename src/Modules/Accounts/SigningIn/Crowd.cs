namespace Emporium.Accounts.SigningIn;

/// <summary>
/// Slows those who try one password on many accounts: attempts from unknown browsers are counted for each address and for all together.
/// A browser in which the account signed in before, and a passkey, never wait for strangers.
/// </summary>
internal sealed class Crowd(Throttle throttle)
{
    public const int PerAddress = 30;
    public const int InAll = 300;
    private const string All = "sign-in by anybody";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <returns>False where the address, or everybody unknown together, tried too often.</returns>
    public async Task<bool> Count(Caller caller, CancellationToken ct)
    {
        var address = await throttle.Take(KeyOf(caller), PerAddress, Window, ct);
        return await throttle.Take(All, InAll, Window, ct) && address;
    }

    /// <summary>Somebody knew the password: that was no guess.</summary>
    public async Task Forgive(Caller caller, CancellationToken ct)
    {
        await throttle.Return(KeyOf(caller), ct);
        await throttle.Return(All, ct);
    }

    private static string KeyOf(Caller caller) => $"sign-in from {caller.Neighborhood}";
}
