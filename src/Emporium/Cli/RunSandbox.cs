using Emporium.Sandbox;

namespace Emporium.Host.Cli;

/// <summary>Runs the test bank as a process of its own, for stores that are killed and measured.</summary>
internal static class RunSandbox
{
    public static async Task<int> Run(string[] args)
    {
        await using var bank = SandboxHost.Build(args);
        await bank.RunAsync();
        return 0;
    }
}
