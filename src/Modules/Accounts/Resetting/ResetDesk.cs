using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Accounts.Resetting;

/// <summary>
/// Where those who forgot their password leave their address. It is looked up after the answer, so that the answer and its time are the same
/// whether or not somebody works here. Kept in memory: who hears nothing asks again.
/// </summary>
internal sealed partial class ResetDesk(IServiceScopeFactory scopes, ILogger<ResetDesk> log) : BackgroundService
{
    private const int Waiting = 200;
    private readonly Channel<string> asked = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string emailKey) => asked.Writer.TryWrite(emailKey);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var emailKey in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Resets>().Send(emailKey, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(log, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A letter with a link to a new password could not be written.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
