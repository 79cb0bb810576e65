using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Staff;

/// <summary>Tells Identity's managers how an address is looked for.</summary>
internal sealed class EmailKeys : ILookupNormalizer
{
    public string? NormalizeName(string? name) => EmailAddress.KeyOf(name);

    public string? NormalizeEmail(string? email) => EmailAddress.KeyOf(email);
}
