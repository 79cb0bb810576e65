namespace Emporium.Platform.Pages;

/// <summary>Something a new merchant should do in the first hour. Each module contributes what it needs, and says by looking whether it is done.</summary>
public interface ISetupStep
{
    /// <summary>Stable, <c>module.topic</c>.</summary>
    string Name { get; }

    /// <summary>Lower stands first.</summary>
    int Rank { get; }

    /// <summary>What to do, as a verb: <c>Say who sells here</c>.</summary>
    string Title { get; }

    /// <summary>Why, in a sentence.</summary>
    string Reason { get; }

    /// <summary>The room where it is done.</summary>
    string Href { get; }

    /// <summary>Who may do it; nobody else is shown it.</summary>
    string Permission { get; }

    Task<bool> IsDone(CancellationToken ct);
}
