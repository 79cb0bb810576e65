using Emporium.Platform.Settings;

namespace Emporium.Platform.Mail;

/// <summary>The mail server of a store whose operator configured none: what the merchant typed on the desk. Stored encrypted, as all settings are.</summary>
[Settings("platform.mail")]
public sealed record MailSettings
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public bool UseTls { get; init; } = true;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The sender's address; empty for the store's support address.</summary>
    public string From { get; init; } = "";

    /// <summary>When a test letter was last taken by this server; null until then.</summary>
    public DateTimeOffset? TestedAt { get; init; }

    internal MailOptions Options() => new()
    {
        Host = Host, Port = Port, UseTls = UseTls, User = User.Length > 0 ? User : null, Password = Password.Length > 0 ? Password : null, From = From.Length > 0 ? From : null,
    };
}

/// <summary>Which server letters go to: the operator's configuration first, then the merchant's settings.</summary>
public sealed class MailServer(MailOptions configured, ISettings settings)
{
    /// <summary>True where the configuration decides, and the desk can only look.</summary>
    public bool IsConfigured => configured.IsConfigured;

    public async ValueTask<MailOptions> Current(CancellationToken ct) => configured.IsConfigured ? configured : (await settings.Get<MailSettings>(ct)).Options();
}
