using Emporium.Bench;
using Emporium.Bench.Load;
using Emporium.Bench.Machine;
using Emporium.Bench.Purchases;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Help);
    return 2;
}
if (await Cores.Repeat(args) is { } code) return code;

var program = await Published.Program(options);
await using var postgres = options.IsPostgres ? await TemporaryPostgres.Start(Workshop.Folder("postgres")) : null;
var database = postgres is null ? null : await postgres.Create("small");
await using var shop = await Shop.Open(program, Workshop.Fresh("small"), database);
using var look = await shop.Store.Connect();
var products = (await look.Ask(Ask.Get("/api/v1/products?limit=24"))).Demand(200).Json.GetProperty("items").EnumerateArray();
var product = products.First(p => !p.GetProperty("issuesLicense").GetBoolean() && p.GetProperty("prices")[0].GetProperty("minor").GetInt64() > 0).GetProperty("id").GetString()!;
foreach (var (buyers, orders) in new[] { (1, 100), (16, 400), (1, 300), (16, 2000) })
    Console.WriteLine(await WholePurchase.Measure(shop, product, buyers, orders));
return 0;
