namespace Emporium.Accounts.ApiKeys;

/// <summary>Why a key does not let its program in; each is a 401.</summary>
internal sealed record KeyRefusal
{
    public static readonly KeyRefusal Malformed = new() { Code = "api_key.malformed", Message = "This is no whole key: a character is wrong or missing. Copy it again." };
    public static readonly KeyRefusal WrongMode = new() { Code = "api_key.wrong_mode", Message = "This key belongs to the other mode of the store: emp_test_ works in test mode, emp_live_ in a live store." };
    public static readonly KeyRefusal Unknown = new() { Code = "api_key.unknown", Message = "This store has no such key. Make one under Settings, API keys." };
    public static readonly KeyRefusal Revoked = new() { Code = "api_key.revoked", Message = "This key was revoked, or its maker is no longer of the team. Make a new one." };
    public static readonly KeyRefusal Expired = new() { Code = "api_key.expired", Message = "This key has expired. Make a new one." };

    private KeyRefusal() { }

    public required string Code { get; init; }

    /// <summary>What happened and what to do.</summary>
    public required string Message { get; init; }
}
