using System.Security.Claims;

namespace Emporium.Platform.Security;

/// <summary>Port: for an answer that goes on after its request was let in. Whoever signs people in answers it.</summary>
public interface ISignedIn
{
    /// <summary>True while the session lives and the person holds the permission. Asking does not count as being there.</summary>
    Task<bool> Still(ClaimsPrincipal person, string permission, CancellationToken ct);
}
