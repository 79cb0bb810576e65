using Emporium.Platform;

namespace Emporium.Host.Cli;

/// <summary>Looks at everything the store needs, changes nothing, and says what to do about each fault.</summary>
internal static class Doctor
{
    /// <returns>0 when nothing is broken, 1 otherwise.</returns>
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        var isBroken = false;
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var check in scope.ServiceProvider.GetServices<IDoctorCheck>())
        {
            foreach (var finding in await Look(check))
            {
                isBroken |= finding.Health is Health.Broken;
                Console.WriteLine($"{Mark(finding.Health)} {check.Subject,-10} {finding.What}");
                if (finding.Remedy is { } remedy) Console.WriteLine($"{"",14}{remedy}");
            }
        }
        return isBroken ? 1 : 0;
    }

    private static async Task<IReadOnlyList<Finding>> Look(IDoctorCheck check)
    {
        try
        {
            return await check.Look(CancellationToken.None);
        }
        catch (Exception failure)
        {
            return [Finding.Broken($"The check itself failed: {failure.Message}", "Mend what the message says and run doctor again.")];
        }
    }

    private static string Mark(Health health) => health switch
    {
        Health.Good => "ok ",
        Health.Poor => "!  ",
        _ => "X  ",
    };
}
