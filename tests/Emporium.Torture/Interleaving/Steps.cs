using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Emporium.Torture.Interleaving;

/// <summary>Every command is a step. One that writes outside of a transaction needs the database for itself.</summary>
internal sealed class CommandSteps : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Step(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Step(command);
        return result;
    }

    private static Task Step(DbCommand command)
    {
        var verb = command.CommandText.TrimStart().Split([' ', '\n'], 2)[0];
        return Schedule.Step(verb, wantsToWrite: command.Transaction is null && !verb.Equals("select", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Begin and commit are steps; between them the actor is the writer.</summary>
internal sealed class TransactionSteps : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await Schedule.Step("begin", wantsToWrite: true);
        Schedule.BeginWriting();
        return result;
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await Schedule.Step("commit", wantsToWrite: false);
        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Schedule.EndWriting();
        return Task.CompletedTask;
    }
}

/// <summary>A transaction that failed ends without a word; its connection is closed after it.</summary>
internal sealed class ConnectionSteps : DbConnectionInterceptor
{
    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Schedule.EndWriting();
        return Task.CompletedTask;
    }

    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Schedule.EndWriting();
}
