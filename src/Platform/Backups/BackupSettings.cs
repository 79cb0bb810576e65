using Emporium.Platform.Settings;

namespace Emporium.Platform.Backups;

/// <summary>When the store was last copied.</summary>
[Settings("platform.backups")]
public sealed record BackupSettings
{
    /// <summary>When the last backup was finished; null before the first.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
