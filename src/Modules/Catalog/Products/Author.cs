using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Products;

/// <summary>Who writes: a member of the staff, a program with a key, or the store itself where nobody asked.</summary>
/// <param name="Id">Tells authors apart; a draft belongs to one.</param>
/// <param name="Name">As colleagues see it.</param>
internal sealed record Author(string Id, string Name)
{
    public static readonly Author Store = new("store", "The store");
}

/// <summary>The author behind the current request.</summary>
internal sealed class CurrentAuthor(IHttpContextAccessor http)
{
    public Author Read() => http.HttpContext?.User is { Identity.IsAuthenticated: true } user && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        ? new(id, user.Identity.Name ?? id)
        : Author.Store;
}
