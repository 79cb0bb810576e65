using System.Security.Cryptography;

namespace Emporium.Sandbox.Wire;

/// <summary>Ids as Stripe makes them: a prefix and unguessable letters and digits.</summary>
internal static class StripeId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New(string prefix, int length = 24) => prefix + RandomNumberGenerator.GetString(Alphabet, length);
}
