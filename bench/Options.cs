namespace Emporium.Bench;

/// <summary>What was asked on the command line.</summary>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Out">Where the figures go as JSON; null for nowhere.</param>
/// <param name="IsQuick">Short rounds and the small shop only: to see whether something moved.</param>
/// <param name="IsSmall">The small shop only.</param>
/// <param name="OnlyPurchases">Leaves pages, the API and starts out.</param>
/// <param name="Store">Folder of a store that is published already; null to publish it now.</param>
internal sealed record Options(string Database, string? Out, bool IsQuick, string? Store, bool OnlyPurchases = false, bool IsSmall = false)
{
    public const string Help = """
        dotnet run -c Release --project bench -- --database sqlite|postgres [--out results.json] [--quick] [--small] [--purchases] [--store folder]

          --quick      short rounds and the small shop only
          --small      the small shop only
          --purchases  leaves out pages, the API and starts
          --store      measures the program that is published there, instead of publishing this one
        """;

    public bool IsPostgres => Database is "postgres";

    /// <summary>Rounds of a measurement; the best one counts.</summary>
    public int Rounds => IsQuick ? 2 : 5;

    public TimeSpan Round => TimeSpan.FromSeconds(IsQuick ? 1 : 3);

    public TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick ? 1 : 4);

    /// <summary>Null where the command line makes no sense.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options("sqlite", null, false, null);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--quick":
                    options = options with { IsQuick = true };
                    continue;
                case "--small":
                    options = options with { IsSmall = true };
                    continue;
                case "--purchases":
                    options = options with { OnlyPurchases = true };
                    continue;
                case "--database" when value is "sqlite" or "postgres":
                    options = options with { Database = value };
                    break;
                case "--out" when value is not null:
                    options = options with { Out = Path.GetFullPath(value) };
                    break;
                case "--store" when value is not null:
                    options = options with { Store = Path.GetFullPath(value) };
                    break;
                default:
                    return null;
            }
            i++;
        }
        return options;
    }
}
