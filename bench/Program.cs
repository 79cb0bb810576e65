using Emporium.Bench;
using Emporium.Bench.Bare;
using Emporium.Bench.Machine;

if (args is ["--bare", .. var rest]) return await BareProgram.Run(rest);
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Help);
    return 2;
}
if (await Cores.Repeat(args) is { } code) return code;

var program = await Published.Program(options);
await using var postgres = options.IsPostgres ? await TemporaryPostgres.Start(Workshop.Folder("postgres")) : null;
await new Bench(options, program, postgres).Run();
return 0;
