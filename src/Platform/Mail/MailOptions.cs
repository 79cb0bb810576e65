namespace Emporium.Platform.Mail;

/// <summary>How letters leave; section <c>Mail</c>. Without a host they are kept and shown on the desk.</summary>
public sealed record MailOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>STARTTLS; switch it off only for a server on the same machine.</summary>
    public bool UseTls { get; init; } = true;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address; by default the store's support address.</summary>
    public string? From { get; init; }

    public bool IsConfigured => Host is { Length: > 0 };
}
