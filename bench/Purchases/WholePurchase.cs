using System.Diagnostics;
using Emporium.Bench.Load;
using Emporium.Bench.Machine;

namespace Emporium.Bench.Purchases;

/// <summary>How many whole purchases a second a store completes for a number of buyers at once.</summary>
internal static class WholePurchase
{
    private static readonly string Run = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    /// <summary>The id of a product that costs something and needs no license key.</summary>
    public static async Task<string> SomeProduct(Shop shop)
    {
        using var store = await shop.Store.Connect();
        return (await store.Ask(Ask.Get("/api/v1/products?limit=24"))).Demand(200).Json.GetProperty("items").EnumerateArray()
            .First(p => !p.GetProperty("issuesLicense").GetBoolean() && p.GetProperty("prices")[0].GetProperty("minor").GetInt64() > 0).GetProperty("id").GetString()!;
    }

    public static async Task<Result> Measure(Shop shop, string product, int buyers, int orders)
    {
        var (done, failed, name) = (0, 0, 0);
        string? trouble = null;
        var crowd = new List<(Buyer Buyer, Connection Store, Connection Bank)>();
        for (var i = 0; i < buyers; i++)
        {
            var (store, bank) = (await shop.Store.Connect(), await shop.Bank.Connect());
            crowd.Add((new Buyer(store, bank, product, TimeSpan.FromMilliseconds(buyers == 1 ? 1 : 10)), store, bank));
        }

        var (begun, cpu, bankCpu, own) = (Stopwatch.GetTimestamp(), shop.Store.Cpu, shop.Bank.Cpu, Environment.CpuUsage.TotalTime);
        await Task.WhenAll(crowd.Select(one => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref name) is var number && number <= orders)
            {
                try
                {
                    await one.Buyer.Buy($"buyer-{Run}-{buyers}-{number}-{Stopwatch.GetTimestamp()}");
                    Interlocked.Increment(ref done);
                }
                catch (Exception failure) when (failure is InvalidOperationException or TimeoutException or IOException)
                {
                    Interlocked.Increment(ref failed);
                    trouble ??= failure.Message;
                }
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        foreach (var (_, store, bank) in crowd)
        {
            store.Dispose();
            bank.Dispose();
        }
        return new Result(buyers, done, failed, done / seconds, (shop.Store.Cpu - cpu) / done * 1000, (shop.Store.Cpu - cpu) / seconds,
            ((shop.Bank.Cpu - bankCpu) + (Environment.CpuUsage.TotalTime - own).TotalSeconds) / seconds, crowd.Sum(c => c.Buyer.Looks) / (double)Math.Max(1, done), trouble);
    }

    /// <param name="PerSecond">Completed orders by the clock on the wall.</param>
    /// <param name="Milliseconds">Processor time of the store for one order.</param>
    /// <param name="StoreBusy">Share of the store's core in use.</param>
    /// <param name="LoadBusy">Share of the other core that driver and bank used.</param>
    /// <param name="Looks">How often the buyer looked, for one order.</param>
    /// <param name="Trouble">What the first that failed met.</param>
    public sealed record Result(int Buyers, int Done, int Failed, double PerSecond, double Milliseconds, double StoreBusy, double LoadBusy, double Looks, string? Trouble)
    {
        public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{Done} done, {Failed} failed; {Milliseconds:0.0} ms of CPU and {Looks:0.0} looks an order; store {StoreBusy:P0}, load {LoadBusy:P0} busy{(Trouble is null ? "" : $"; {Trouble}")}");
    }
}
