using System.Globalization;
using Emporium.Torture.Buyers;
using Emporium.Torture.Guards;
using Emporium.Torture.House;
using Emporium.Torture.Plans;
using Emporium.Torture.Proof;

namespace Emporium.Torture;

/// <summary>Real processes, real kills: buyers, a bank that misbehaves, and a store that dies again and again on the same data.</summary>
internal static class Siege
{
    private const int BuyersAtOnce = 16;

    public static async Task Run(Options options, Place place, Tally tally, TextWriter output)
    {
        var began = TimeProvider.System.GetTimestamp();
        var plan = Plan.Of(options.Seed, options.Count, options.Kills);
        await output.WriteLineAsync($"plan {plan.Fingerprint}: {plan.Buyers.Count} buyers, {plan.Kills.Count} kills, {plan.Faults.Count} faults of the bank");

        var addresses = new Addresses(place.Folder, place.Database);
        await using var clerk = new Clerk(addresses.OfStore);
        var shelf = await clerk.Furnish();
        foreach (var guard in options.Disabled) await guard.Disable(clerk);

        await using var bankProcess = new Child("bank", place.Folder, addresses.OfBank);
        await using var store = new Child("store", place.Folder, addresses.OfStore);
        bankProcess.Start();
        store.Start();
        await Task.WhenAll(Health.Wait($"{addresses.Bank}/sandbox/control/summary"), Health.Wait($"{addresses.Store}/health/ready"));

        using var bank = new Bank(addresses);
        await LetThemBuy(plan, new World(options, addresses, bank, clerk, store), shelf, tally);
        await output.WriteLineAsync($"the buyers are done after {Elapsed(began)}");
        await bank.Befall("""{"clear":true}""");
        await store.Kill();
        tally.Kills++;

        var clock = new MovedClock();
        await using var last = new Clerk(addresses.OfStore, clock);
        await last.Start();
        await new Rest(last, bank, clock).Come(tally, output);
        await output.WriteLineAsync($"at rest after {Elapsed(began)}");
        await Audit.Run(last, bank, tally);
    }

    private static string Elapsed(long began) => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");

    private static async Task LetThemBuy(Plan plan, World world, IReadOnlyList<string> shelf, Tally tally)
    {
        var misfortunes = new Misfortunes(plan, world.Store, world.Addresses, world.Bank, tally);
        using var desk = new Desk(world.Addresses, tally);
        await desk.SignIn();
        var town = new Town(world.Addresses, world.Bank, world.Clerk, desk, misfortunes, tally, world.Options.Seed);
        List<Buyer> buyers = [.. plan.Buyers.Select(p => new Buyer(town, p, shelf))];

        var happening = misfortunes.Happen();
        var crowd = new ParallelOptions { MaxDegreeOfParallelism = BuyersAtOnce };
        await Parallel.ForEachAsync(buyers, crowd, async (buyer, _) =>
        {
            await buyer.Order();
            if (!buyer.IsLate) await buyer.Pay();
        });
        await Parallel.ForEachAsync(buyers.Where(b => b.IsLate), crowd, async (buyer, _) => await buyer.Pay());
        misfortunes.End();
        await happening;
        buyers.ForEach(b => b.Dispose());
    }

    private sealed record World(Options Options, Addresses Addresses, Bank Bank, Clerk Clerk, Child Store);
}
