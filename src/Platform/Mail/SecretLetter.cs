using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Mail;

/// <summary>A kind of letter whose link lets its reader in somewhere. On the desk an owner alone may read it, for whoever repairs the mail must not come in as somebody else.</summary>
public sealed record SecretLetter(string Kind)
{
    private const string Veiled = "This letter holds a link that is meant for its reader alone. An owner of the store can see it.";

    internal static Letter Veil(Letter letter) => letter with { Html = $"<p>{Veiled}</p>", Text = Veiled };
}

public static class SecretLetterRegistrations
{
    public static IServiceCollection AddSecretLetter(this IServiceCollection services, string kind) => services.AddSingleton(new SecretLetter(kind));
}
