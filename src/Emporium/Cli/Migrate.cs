using Emporium.Platform;

namespace Emporium.Host.Cli;

/// <summary>Brings the schema up to date and says what it ran.</summary>
internal static class Migrate
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        var ran = await app.Services.Prepare();
        Console.WriteLine(ran.Count == 0 ? "The schema is up to date." : string.Join('\n', ran.Prepend("Ran:")));
        return 0;
    }
}
