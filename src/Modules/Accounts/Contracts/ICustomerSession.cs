using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.Contracts;

/// <summary>Which customer is signed in in a browser. Pages that everybody shares must not ask: what is personal comes from pages and fragments of its own.</summary>
public interface ICustomerSession
{
    /// <summary>Null where nobody is, whoever of the staff may be.</summary>
    Task<Customer?> Current(HttpContext http);
}
