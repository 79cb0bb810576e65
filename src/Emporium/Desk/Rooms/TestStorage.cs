using Emporium.Platform;
using Emporium.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Writes a file, reads it back, and counts what is there.</summary>
internal static class TestStorage
{
    public static async Task<RazorComponentResult> Form(IEnumerable<IDoctorCheck> checks, FilePlace place, CancellationToken ct)
    {
        IReadOnlyList<Finding> findings;
        try
        {
            findings = await checks.Single(c => c.Subject == "storage").Look(ct);
        }
        catch (Exception broken) when (broken is Refusal or IOException or UnauthorizedAccessException)
        {
            findings = [Finding.Broken(broken.Message, place.IsRemote ? "Check the bucket's name, its address and its keys under Files:S3." : "Check that the folder exists, that this program may write to it, and that the disk is not full.")];
        }
        return new RazorComponentResult<StorageRoomPage>(new { Findings = findings });
    }
}
