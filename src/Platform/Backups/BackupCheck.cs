using Emporium.Platform.Settings;

namespace Emporium.Platform.Backups;

/// <summary>Asks when the store was last copied.</summary>
internal sealed class BackupCheck(ISettings settings, TimeProvider clock) : IDoctorCheck
{
    private const int MostDays = 7;

    public string Subject => "backup";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct) => [(await settings.Get<BackupSettings>(ct)).LastAt switch
    {
        null => Finding.Poor("The store was never backed up by its own verb.", "Run: dotnet run --project src/Emporium -- backup /somewhere/else/store.tar"),
        { } last when clock.Now - last > TimeSpan.FromDays(MostDays) => Finding.Poor($"The last backup is of {last:u}.", "Have the verb backup run every night; docs/operations.md has a timer."),
        { } last => Finding.Good($"The last backup is of {last:u}."),
    }];
}
