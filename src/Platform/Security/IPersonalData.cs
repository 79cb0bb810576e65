namespace Emporium.Platform.Security;

/// <summary>What a module knows about a person, for their right to see and to erase it (GDPR articles 15, 17 and 20). Every module answers, if only with nothing.</summary>
public interface IPersonalData
{
    /// <summary>The module's name, as the export shows it.</summary>
    string Module { get; }

    /// <summary>Everything kept about the e-mail address, ready to be written as JSON; null for nothing.</summary>
    Task<object?> Export(string email, CancellationToken ct);

    /// <summary>Why nothing can be erased yet, in a sentence for the person; null where nothing stands in the way. An order that still moves money does.</summary>
    Task<string?> Obstacle(string email, CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>Erases in the current unit of work what the law does not demand to be kept.</summary>
    Task Erase(string email, CancellationToken ct);
}
