using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Pages;

/// <summary>One component that a module above adds to a page below: it has a <c>[Parameter] Context</c> of the slot's type.</summary>
/// <param name="Context">The slot: a public record of the page's module.</param>
/// <param name="Component">The component's type.</param>
/// <param name="Rank">Lower stands first.</param>
public sealed record SlotEntry(Type Context, Type Component, int Rank);

public static class SlotRegistrations
{
    public static IServiceCollection AddToSlot<TContext, TComponent>(this IServiceCollection services, int rank)
        where TContext : class
        where TComponent : IComponent =>
        services.AddSingleton(new SlotEntry(typeof(TContext), typeof(TComponent), rank));
}

/// <summary>Where a page lets others contribute. The page passes a context record and never learns who answers.</summary>
public sealed class Slot<TContext> : ComponentBase where TContext : class
{
    [Inject] private IEnumerable<SlotEntry> Entries { get; set; } = null!;

    [Parameter, EditorRequired] public TContext Context { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var entry in Entries.Where(e => e.Context == typeof(TContext)).OrderBy(e => e.Rank))
        {
            builder.OpenComponent(0, entry.Component);
            builder.SetKey(entry.Component);
            builder.AddComponentParameter(1, "Context", Context);
            builder.CloseComponent();
        }
    }
}
