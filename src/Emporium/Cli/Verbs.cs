namespace Emporium.Host.Cli;

/// <summary>What the program can be told to do: <c>serve</c> where nothing is said.</summary>
internal static class Verbs
{
    private const string Help = """
        emporium [verb] [--Setting:Name value …]

          serve     brings the schema up to date, seeds a new store with the demo, and serves (the default)
          migrate   brings the schema up to date
          seed      puts the demo store in, or brings it up to date; seed --history 365 gives a new one a year of orders
          backup    copies the store into one archive while it runs: backup /backups/store.tar
          restore   puts an archive back into an empty store: restore /backups/store.tar
          move      carries a stopped store into another database: --To:Provider=postgres --To:ConnectionString=…
          sandbox   runs the test bank alone: a counterpart of Stripe with state of its own
          doctor    checks configuration, database, storage, mail, gateway, clock and books, and says what to do
        """;

    public static async Task<int> Run(string[] args)
    {
        var (verb, rest) = args is [var first, ..] && !first.StartsWith('-') ? (first, args[1..]) : ("serve", args);
        try
        {
            return verb switch
            {
                "serve" => await Serve.Run(rest),
                "migrate" => await Migrate.Run(rest),
                "seed" => await Seed.Run(rest),
                "backup" => await Backup.Run(rest),
                "restore" => await Restore.Run(rest),
                "move" => await Move.Run(rest),
                "doctor" => await Doctor.Run(rest),
                "sandbox" => await RunSandbox.Run(rest),
                _ => Unknown(verb),
            };
        }
        catch (InvalidOperationException misconfigured) when (misconfigured.GetType() == typeof(InvalidOperationException) && misconfigured.TargetSite?.DeclaringType?.Namespace?.StartsWith("Emporium", StringComparison.Ordinal) is true)
        {
            await Console.Error.WriteLineAsync(misconfigured.Message);
            return 2;
        }
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine(verb is "help" ? Help : $"There is no verb '{verb}'.\n\n{Help}");
        return verb is "help" ? 0 : 2;
    }
}
