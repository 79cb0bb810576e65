using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

public static class DepartingStatus
{
    /// <summary>
    /// Gives a page its status at the moment the answer leaves. A page that says 404 while it is rendered is neither waited for, so that
    /// its queries go on in a scope that is gone, nor kept: the general error page replaces it.
    /// </summary>
    public static void LeaveWith(this HttpResponse response, int status) => response.OnStarting(() =>
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    });
}
