using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Emporium.Platform.Data.Sqlite;

/// <summary>Gives Entity Framework the store's own connections, and prepared statements in place of new ones.</summary>
internal sealed class Statements(string connectionString) : IDbConnectionInterceptor, IDbCommandInterceptor
{
    public InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new StoreConnection(connectionString));

    public DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not Statement fresh || fresh.Connection is not StoreConnection home) return result;
        if (home.Take(fresh.CommandText) is not { } prepared)
        {
            fresh.IsKept = true;
            return fresh;
        }
        prepared.Become(fresh);
        fresh.Dispose();
        return prepared;
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget(command);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command);
        return Task.CompletedTask;
    }

    private static void Forget(DbCommand command)
    {
        if (command is Statement statement) statement.IsKept = false;
    }
}
