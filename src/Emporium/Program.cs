using Emporium.Host;
using Emporium.Host.Cli;

return await Verbs.Run(args);

/// <summary>The program; public so that tests can start it in memory.</summary>
public partial class Program;
