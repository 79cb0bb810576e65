using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Pages;

/// <summary>A room of the desk's settings, shown under <c>/admin/settings</c> to those who hold the permission.</summary>
/// <param name="Group">Entries of a group stand together; groups in the order of their lowest rank.</param>
/// <param name="Explanation">What is decided there, in one short sentence.</param>
/// <param name="Icon">A name of the design system's icons.</param>
public sealed record SettingsEntry(string Group, string Text, string Explanation, string Href, string Icon, string Permission, int Rank);

public static class SettingsRegistrations
{
    public static IServiceCollection AddSettingsEntry(this IServiceCollection services, SettingsEntry entry) => services.AddSingleton(entry);
}
