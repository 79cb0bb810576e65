using Emporium.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Settings;

/// <summary>One permission for every room of the settings that belongs to no other trade.</summary>
public static class SettingsPermission
{
    public const string Manage = "settings.manage";

    /// <summary>The tag of the API's operations.</summary>
    public const string Tag = "Settings";

    public static IServiceCollection AddSettingsPermission(this IServiceCollection services) =>
        services.AddPermission(Manage, "Change the store's settings: who it is, payments, mail, storage, legal pages, languages.", StandardRole.Manager);
}
