using System.Security.Claims;

namespace Emporium.Platform.Lists;

/// <summary>What may be done with several chosen rows at once.</summary>
/// <param name="Name">As the address says it: <c>resend-receipts</c>.</param>
/// <param name="Text">On the button: a verb.</param>
/// <param name="Icon">A name of the design system's icons.</param>
/// <param name="Done">What to say afterwards, from how many it was done to.</param>
/// <param name="Run">Does it and saves; gives how many it was done to.</param>
public sealed record ListAct<TId>(
    string Name, string Text, string Icon, string Permission, Func<int, string> Done, Func<IServiceProvider, ListChosen<TId>, CancellationToken, Task<int>> Run) where TId : struct, IEntityId<TId>
{
    /// <summary>True where it takes something away: the button says so, and who does it must have proved lately that they still sit there.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>The page that asks for more before anything is done, with the chosen rows as <c>id</c> in its address; <c>Run</c> is then not called. Null for what is done at once.</summary>
    public string? Opens { get; init; }
}

/// <param name="Ids">At most 200.</param>
/// <param name="By">Who chose.</param>
public sealed record ListChosen<TId>(IReadOnlyList<TId> Ids, ClaimsPrincipal By) where TId : struct, IEntityId<TId>;
