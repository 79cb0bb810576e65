using Emporium.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Passkeys;

internal static class PasskeySetup
{
    private const int ChallengeBytes = 32;

    /// <summary>What holds for every passkey of this store, whoever holds it.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyRack>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<StoreAddress>(Configure);
        return services;
    }

    /// <summary>Passkeys for a kind of person, whose store implements <see cref="IUserPasskeyStore{TUser}"/> over <see cref="PasskeyRack"/>.</summary>
    public static IServiceCollection AddPasskeysFor<TUser>(this IServiceCollection services) where TUser : class =>
        services.AddScoped<IPasskeyHandler<TUser>, PasskeyHandler<TUser>>().AddScoped<PasskeyCeremony<TUser>>();

    // The store's own address decides, never a request's Host header. A passkey that is discoverable needs no name typed before it; one that
    // verified its person (fingerprint, PIN) is what they have and what they are or know: both factors.
    private static void Configure(IdentityPasskeyOptions options, StoreAddress address)
    {
        var store = new Uri(address.Url);
        options.ServerDomain = store.Host;
        options.ChallengeSize = ChallengeBytes;
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), store.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }
}
