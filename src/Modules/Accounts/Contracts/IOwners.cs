namespace Emporium.Accounts.Contracts;

/// <summary>The people the store belongs to: how the first one comes in.</summary>
public interface IOwners
{
    /// <summary>
    /// The address, valid once and for seven days, under which the first owner makes their account; null where the store has an owner.
    /// Each call makes a new link and saves it; the one before it opens nothing any more.
    /// </summary>
    Task<string?> LinkForFirstOwner(CancellationToken ct);

    /// <summary>Adds an owner to the current unit of work, for verbs of the program and for demo stores.</summary>
    /// <exception cref="Refusal"><c>staff.email_invalid</c>, <c>staff.email_taken</c>, <c>staff.name_required</c>, <c>password.too_short</c>, <c>password.too_common</c>, <c>password.contains_email</c>.</exception>
    Task<StaffId> Create(string email, string name, string password, CancellationToken ct);
}
