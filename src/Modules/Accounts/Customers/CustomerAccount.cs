using Emporium.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Customers;

/// <summary>A buyer. What they bought is told by others; here is only who they are.</summary>
internal sealed class CustomerAccount
{
    public const int LongestName = 200;
    public const int LongestAddress = 500;

    private CustomerAccount() { }

    public CustomerAccount(CustomerId id, EmailAddress address, string? name, DateTimeOffset at)
    {
        (Id, Email, EmailKey, CreatedAt) = (id, address.Written, address.Key, at);
        GiveName(name);
    }

    public CustomerId Id { get; private init; }

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public string? Name { get; private set; }

    /// <summary>Lower case, to be searched.</summary>
    public string? NameKey { get; private set; }

    /// <summary>As it should stand on a receipt, in lines.</summary>
    public string? PostalAddress { get; private set; }

    /// <summary>BCP 47: how they read dates and amounts.</summary>
    public string? Language { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? LastSignInAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Takes over the latest spelling. A name once given stays: anybody can type somebody else's address into a checkout.</summary>
    public void WriteAgain(EmailAddress address, string? name)
    {
        Email = address.Written;
        if (Name is null) GiveName(name);
    }

    /// <summary>What the customer says of themselves.</summary>
    /// <exception cref="Refusal"><c>customer.name_too_long</c>, <c>customer.address_too_long</c>, <c>customer.language_unknown</c>.</exception>
    public void Describe(string? name, string? postalAddress, string? language)
    {
        if (name?.Trim().Length > LongestName) throw Refusal.Invalid("customer.name_too_long", $"Write your name in at most {LongestName} characters.", "name");
        if (postalAddress?.Trim().Length > LongestAddress) throw Refusal.Invalid("customer.address_too_long", $"Write your address in at most {LongestAddress} characters.", "address");
        if (!string.IsNullOrEmpty(language) && !Languages.Has(language)) throw Refusal.Invalid("customer.language_unknown", "Choose one from the list.", "language");
        GiveName(name);
        PostalAddress = postalAddress?.Trim().ReplaceLineEndings("\n") is { Length: > 0 } lines ? lines : null;
        Language = string.IsNullOrEmpty(language) ? null : language;
    }

    /// <summary>From now on they are known by another address, which they have proved to read.</summary>
    public void Move(EmailAddress address) => (Email, EmailKey) = (address.Written, address.Key);

    public void SignIn(DateTimeOffset at) => LastSignInAt = at;

    /// <summary>Forgets the person and keeps the id, which orders point at. The address is free for a new customer.</summary>
    public void Erase(DateTimeOffset at) =>
        (Email, EmailKey, Name, NameKey, PostalAddress, Language, LastSignInAt, ErasedAt) = ("", $"erased {Id}", null, null, null, null, null, at);

    private void GiveName(string? name)
    {
        Name = name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, LongestName)] : null;
        NameKey = Name?.ToLowerInvariant();
    }
}

internal sealed class CustomerTable : IEntityTypeConfiguration<CustomerAccount>
{
    public void Configure(EntityTypeBuilder<CustomerAccount> builder)
    {
        builder.ToTable("accounts_customers");
        builder.HasIndex(c => c.EmailKey).IsUnique();
        builder.HasIndex(c => c.NameKey);
        builder.HasIndex(c => new { c.CreatedAt, c.Id });
    }
}
