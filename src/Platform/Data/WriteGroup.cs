using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Emporium.Platform.Data;

/// <summary>One transaction of one or more units of work, on the connection of the first. Only who holds the turn touches it.</summary>
internal sealed class WriteGroup
{
    private const string Mark = "member";
    private readonly StoreDb first;
    private readonly IDbContextTransaction transaction;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WriteGroup(StoreDb first, IDbContextTransaction transaction) => (this.first, this.transaction) = (first, transaction);

    public int Members { get; private set; }

    /// <summary>The first failed: there is nothing to share.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Done when it is on disk; fails for all when the commit fails.</summary>
    public Task Ended => ended.Task;

    public static async Task<WriteGroup> Begin(StoreDb first, CancellationToken ct) => new(first, await first.Database.BeginTransactionAsync(ct));

    public Task<T> Join<T>(StoreDb db, Func<Task<T>> work) => ++Members == 1 ? Lead(work) : Follow(db, work);

    public async Task End()
    {
        try
        {
            await using (transaction)
            {
                if (!IsOver) await transaction.CommitAsync(CancellationToken.None);
            }
            ended.SetResult();
        }
        catch (Exception failure)
        {
            ended.SetException(failure);
        }
    }

    private async Task<T> Lead<T>(Func<Task<T>> work)
    {
        IsOver = true;
        var result = await work();
        IsOver = false;
        return result;
    }

    private async Task<T> Follow<T>(StoreDb db, Func<Task<T>> work)
    {
        var (own, shared) = (db.Database.GetDbConnection(), transaction.GetDbTransaction());
        db.Database.SetDbConnection(first.Database.GetDbConnection(), contextOwnsConnection: false);
        try
        {
            await db.Database.UseTransactionAsync(shared, CancellationToken.None);
            return await Marked(shared, work);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }

    private static async Task<T> Marked<T>(DbTransaction shared, Func<Task<T>> work)
    {
        await shared.SaveAsync(Mark, CancellationToken.None);
        try
        {
            var result = await work();
            await shared.ReleaseAsync(Mark, CancellationToken.None);
            return result;
        }
        catch
        {
            await shared.RollbackAsync(Mark, CancellationToken.None);
            throw;
        }
    }
}
