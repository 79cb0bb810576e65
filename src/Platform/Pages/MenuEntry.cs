using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Pages;

/// <summary>A line in the desk's menu, shown to those who hold the permission.</summary>
/// <param name="Group">Entries of a group stand together; groups in the order of their lowest rank.</param>
/// <param name="Icon">A name of the design system's icons.</param>
/// <param name="Key">The letter that goes there after <c>g</c>; each letter once.</param>
public sealed record MenuEntry(string Group, string Text, string Href, string Icon, string Permission, int Rank, char? Key = null);

public static class MenuRegistrations
{
    public static IServiceCollection AddMenuEntry(this IServiceCollection services, MenuEntry entry) => services.AddSingleton(entry);
}
