using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Emporium.Platform.Data;

/// <summary>
/// Leaves a SQLite connection open between statements, for as long as its pooled context lives. Opening a file costs little, but each
/// opening registers a dozen functions and runs pragmas again, which is more work than most statements.
/// </summary>
internal sealed class KeepOpen : DbConnectionInterceptor
{
    public static readonly KeepOpen Instance = new();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => ValueTask.FromResult(InterceptionResult.Suppress());
}
