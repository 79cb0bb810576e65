namespace Emporium.Messaging.Messages;

internal enum MessageStatus
{
    /// <summary>To be sent, now or after a pause. Later messages of its subject wait for it.</summary>
    Pending,

    /// <summary>The receiver answered with 2xx.</summary>
    Sent,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>A person decided that it will not be sent.</summary>
    Skipped,
}
