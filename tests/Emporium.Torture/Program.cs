using Emporium.Torture;

if (Options.Of(args, out var fault) is not { } options)
{
    Console.Error.WriteLine(fault);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
return await Run.Of(options, Console.Out);
