using System.Threading.Channels;
using Emporium.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Jobs;

/// <summary>
/// Work that is done after the answer, so that neither its words nor its time tell whether an address is known. It is lost with the
/// process: whoever asked for a letter that does not come asks again.
/// </summary>
public sealed partial class Errands(IServiceScopeFactory scopes, ILogger<Errands> log) : BackgroundService
{
    private const int Runs = 5;

    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> waiting = Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task>>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Add<TService>(Func<TService, CancellationToken, Task> errand) where TService : notnull =>
        waiting.Writer.TryWrite((services, ct) => errand(services.GetRequiredService<TService>(), ct));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in waiting.Reader.ReadAllAsync(stoppingToken)) await Run(errand, stoppingToken);
    }

    private async Task Run(Func<IServiceProvider, CancellationToken, Task> errand, CancellationToken ct)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await errand(scope.ServiceProvider, ct);
                return;
            }
            catch (Exception lost) when (DbErrors.IsLostRace(lost) && run < Runs)
            {
                // A fresh scope sees what the winner did.
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                LogFailed(log, failure);
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A letter that somebody asked for could not be written; they have to ask again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
