using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data.Sqlite;

/// <summary>One transaction of one or more units of work, on the writer's connection. Only who holds the turn touches it.</summary>
internal sealed class WriteGroup
{
    private const string Mark = "member";
    private readonly StoreConnection writer;
    private readonly DbTransaction transaction;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WriteGroup(StoreConnection writer, DbTransaction transaction) => (this.writer, this.transaction) = (writer, transaction);

    public int Members { get; private set; }

    /// <summary>Done when it is on disk; fails for all when the commit fails.</summary>
    public Task Ended => ended.Task;

    public static async Task<WriteGroup> Begin(StoreConnection writer, CancellationToken ct)
    {
        await writer.OpenAsync(ct);
        return new(writer, await writer.BeginTransactionAsync(ct));
    }

    /// <summary>Runs the work on the writer's connection instead of the context's own.</summary>
    public async Task<T> Join<T>(StoreDb db, Func<Task<T>> work)
    {
        Members++;
        var own = (StoreConnection)db.Database.GetDbConnection();
        own.IsLaidAside = true;
        db.Database.SetDbConnection(writer, contextOwnsConnection: false);
        try
        {
            await db.Database.UseTransactionAsync(transaction, CancellationToken.None);
            return await Marked(work);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(own, contextOwnsConnection: true);
            own.IsLaidAside = false;
        }
    }

    public async Task End()
    {
        try
        {
            await using (transaction) await transaction.CommitAsync(CancellationToken.None);
            ended.SetResult();
        }
        catch (Exception failure)
        {
            ended.SetException(failure);
        }
    }

    private async Task<T> Marked<T>(Func<Task<T>> work)
    {
        await transaction.SaveAsync(Mark, CancellationToken.None);
        try
        {
            var result = await work();
            await transaction.ReleaseAsync(Mark, CancellationToken.None);
            return result;
        }
        catch
        {
            await transaction.RollbackAsync(Mark, CancellationToken.None);
            throw;
        }
    }
}
