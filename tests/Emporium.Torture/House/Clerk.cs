using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Host;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Torture.Plans;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Torture.House;

/// <summary>The store in this process, over the same folder and database as the one that is killed: fills the shelf, reads the books, and at the end finishes the work.</summary>
internal sealed class Clerk : IAsyncDisposable
{
    public const string Owner = "owner@example.com";
    public const string Password = "seven plain copper kettles";

    private readonly WebApplication app;

    public Clerk(string[] settings, TimeProvider? clock = null, Action<IServiceCollection>? change = null) => app = Store.Build(settings, builder =>
    {
        builder.Logging.ClearProviders();
        if (clock is not null) builder.Services.AddSingleton(clock);
        change?.Invoke(builder.Services);
    });

    public IServiceProvider Services => app.Services;

    /// <summary>Makes the tables, an owner, and the works for sale.</summary>
    /// <returns>The ids of the works, in the order of the shelf.</returns>
    public async Task<IReadOnlyList<string>> Furnish()
    {
        await app.Services.Prepare();
        return await Do<IServiceProvider, List<string>>(async scope =>
        {
            await scope.GetRequiredService<IOwners>().Create(Owner, "Ida Halbert", Password, CancellationToken.None);
            List<string> works = [];
            for (var i = 0; i < Shelf.Size; i++) works.Add($"{await scope.GetRequiredService<IProductEditor>().Put(await Draft(scope, i), CancellationToken.None)}");
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
            return works;
        });
    }

    /// <summary>Begins to serve and to work, at the address of the one that is gone.</summary>
    public async Task Start()
    {
        await app.Services.Prepare();
        await app.StartAsync();
    }

    public async Task<T> Do<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> Read<T>(Func<StoreDb, Task<T>> ask) => Do(ask);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<ProductDraft> Draft(IServiceProvider scope, int position)
    {
        using var bytes = new MemoryStream([.. Enumerable.Range(0, 4_096).Select(i => (byte)(i * (position + 3)))]);
        var stored = await scope.GetRequiredService<IFiles>().Put(bytes, CancellationToken.None);
        return new ProductDraft(
            Shelf.Slug(position), "ebook", $"Work {position}", "", "Ida Halbert", "Why to want it.", "Words.",
            [new Money(Shelf.Cents(position), "EUR")], [new ProductDraftFile($"work-{position}.bin", "application/octet-stream", stored.Sha256, stored.Size)], position,
            Shelf.IssuesLicense(position), Shelf.DownloadLimit, RefundDays: 30, IsPublished: true);
    }
}
