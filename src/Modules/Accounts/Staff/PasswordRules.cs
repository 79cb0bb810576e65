using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Staff;

/// <summary>What a password must be: long and not guessed first (NIST SP 800-63B §5.1.1.2). No demand for symbols, which only make passwords alike.</summary>
internal sealed class PasswordRules(ISettings settings) : IPasswordValidator<StaffMember>
{
    public const int MinLength = 12;

    /// <summary>Hashing is not free: nobody types more.</summary>
    public const int MaxLength = 500;

    private const int StrongEnough = 3;

    // A shorter local part, such as "info", stands in too many innocent words.
    private const int TellingLength = 5;

    public async Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password)
    {
        var store = await settings.Get<StoreProfile>(CancellationToken.None);
        return Check(password ?? "", user.Email, WordsOf(user.Email, user.Name, store.Name)) is { } error ? IdentityResult.Failed(error) : IdentityResult.Success;
    }

    private static IdentityError? Check(string password, string email, IReadOnlyCollection<string> known) => password switch
    {
        { Length: < MinLength } => new() { Code = "password.too_short", Description = $"Take at least {MinLength} characters. Four unrelated words are easy to remember." },
        { Length: > MaxLength } => new() { Code = "password.too_long", Description = $"Take at most {MaxLength} characters." },
        _ when Contains(password, email) => new() { Code = "password.contains_email", Description = "A password that holds your e-mail address is guessed first. Take another." },
        _ when CommonPasswords.Holds(password) => new() { Code = "password.too_common", Description = "This password is among those that are guessed first. Take four unrelated words, or let a password manager make one." },
        _ when PasswordStrength.Of(password, known) is { Score: < StrongEnough } weak => new()
        {
            Code = "password.too_weak", Description = $"Whoever stole the store’s data would have this password {weak.Time}. Take words that do not belong together, or to you, or let a password manager make one.",
        },
        _ => null,
    };

    private static bool Contains(string password, string email)
    {
        var local = email.Split('@')[0];
        return password.Contains(email, StringComparison.OrdinalIgnoreCase)
            || (local.Length >= TellingLength && password.Contains(local, StringComparison.OrdinalIgnoreCase));
    }

    private static HashSet<string> WordsOf(params string[] texts) =>
        [.. texts.SelectMany(text => text.ToLowerInvariant().Split([' ', '.', '-', '_', '@', '+', '&', ','], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length > 2)];
}
