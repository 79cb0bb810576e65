using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Visitors;

/// <summary>
/// The one gate in front of everything that selling does not need. Before a visitor has chosen, and under Global Privacy Control
/// (<c>Sec-GPC: 1</c>), it is shut.
/// </summary>
public interface IVisitorConsent
{
    /// <summary>Names the purposes that are asked about; a choice under another name is asked for again, and holds until then.</summary>
    string Policy { get; }

    /// <summary>Everything that visitors are asked about; empty where the store asks for nothing.</summary>
    IReadOnlyList<VisitorPurpose> Purposes { get; }

    bool Allows(HttpRequest request, string purpose);

    /// <summary>The random number of a visitor who agreed to statistics; null for everybody else, whatever cookies they send.</summary>
    string? Visitor(HttpRequest request);

    /// <summary>What the visitor chose; null before they did.</summary>
    VisitorChoice? Chosen(HttpRequest request);

    /// <summary>Keeps the choice in the visitor's browser. What is no longer agreed to is dropped: its cookie at once, and the number in everything written down under it.</summary>
    Task<VisitorChoice> Choose(HttpContext http, IReadOnlyCollection<string> purposes, CancellationToken ct);
}

/// <summary>What a visitor chose.</summary>
/// <param name="Purposes">The names of those agreed to.</param>
public sealed record VisitorChoice(string Policy, DateTimeOffset At, IReadOnlyList<string> Purposes)
{
    public bool IsRefusal => Purposes.Count == 0;
}
