namespace Emporium.Platform.Mail;

/// <summary>Where the machinery writes when it needs the people the store belongs to. Answered by whoever knows the staff.</summary>
public interface IOwnerAddresses
{
    Task<IReadOnlyList<string>> List(CancellationToken ct);
}
