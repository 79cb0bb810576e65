using Emporium.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Customers;

/// <summary>A buyer. What they bought is told by others; here is only who they are.</summary>
internal sealed class CustomerAccount
{
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

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Takes over the latest spelling. A name once given stays: anybody can type somebody else's address into a checkout.</summary>
    public void WriteAgain(EmailAddress address, string? name)
    {
        Email = address.Written;
        if (Name is null) GiveName(name);
    }

    /// <summary>Forgets the person and keeps the id, which orders point at. The address is free for a new customer.</summary>
    public void Erase(DateTimeOffset at) => (Email, EmailKey, Name, ErasedAt) = ("", $"erased {Id}", null, at);

    private void GiveName(string? name) => Name = name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 200)] : null;
}

internal sealed class CustomerTable : IEntityTypeConfiguration<CustomerAccount>
{
    public void Configure(EntityTypeBuilder<CustomerAccount> builder)
    {
        builder.ToTable("accounts_customers");
        builder.HasIndex(c => c.EmailKey).IsUnique();
    }
}
