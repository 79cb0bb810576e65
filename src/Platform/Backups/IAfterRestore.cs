namespace Emporium.Platform.Backups;

/// <summary>What must not come back with a restored copy: a session that was ended after it was made.</summary>
public interface IAfterRestore
{
    /// <summary>Changes the restored store; runs once, before it serves anybody, and saves what it changed. Safe to repeat.</summary>
    Task Mend(CancellationToken ct);
}
