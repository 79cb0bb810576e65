using Emporium.Host;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Tests.Machinery.Backups;

/// <summary>The program over a database that nothing has touched yet, as a verb finds it.</summary>
internal sealed class EmptyStore : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly TestDatabase kind;
    private readonly WebApplication app;

    private EmptyStore(TestDatabase kind, DatabaseOptions database, TestFolder folder, string masterKey)
    {
        (this.kind, Database, this.folder) = (kind, database, folder);
        File.Copy(masterKey, Path.Combine(folder.Path, "master.key"));
        app = Store.Build(
            [$"--Data:Folder={folder.Path}", $"--Database:Provider={database.Provider}", $"--Database:ConnectionString={database.ConnectionString}", "--Sandbox:Enabled=true"],
            builder => builder.Logging.ClearProviders());
    }

    public DatabaseOptions Database { get; }

    public string Folder => folder.Path;

    public static async Task<EmptyStore> On(TestDatabase kind, string masterKey)
    {
        var folder = new TestFolder();
        return new EmptyStore(kind, await kind.Create(folder.Path), folder, masterKey);
    }

    public async Task<T> Do<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await kind.Drop(Database);
        folder.Dispose();
    }
}
