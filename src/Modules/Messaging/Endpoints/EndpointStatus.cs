namespace Emporium.Messaging.Endpoints;

internal enum EndpointStatus
{
    Enabled,

    /// <summary>Nothing is sent, and no messages are made for it: the log of facts remembers what it misses.</summary>
    Disabled,
}

/// <summary>Why nothing is sent.</summary>
internal enum DisabledBy
{
    /// <summary>Somebody switched it off.</summary>
    Person,

    /// <summary>The receiver answered 410: it wants nothing any more.</summary>
    Gone,

    /// <summary>A message used up its attempts, and nothing else arrived meanwhile.</summary>
    Failing,
}
