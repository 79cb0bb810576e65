using Emporium.Platform.Data;
using Npgsql;

namespace Emporium.Torture.House;

/// <summary>A folder and an empty database for one run; both are gone afterwards.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emporium-torture-");
    private PostgresServer? server;

    private Place() { }

    public string Folder => folder.FullName;

    public DatabaseOptions Database { get; private set; } = new();

    public static async Task<Place> Open(bool onPostgres)
    {
        var place = new Place();
        if (onPostgres) await place.UsePostgres();
        else place.Database = new() { ConnectionString = $"Data Source={Path.Combine(place.Folder, "store.db")}" };
        return place;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task UsePostgres()
    {
        server = await PostgresServer.Open();
        var name = folder.Name.Replace('-', '_').ToLowerInvariant();
        Database = new() { Provider = "postgres", ConnectionString = new NpgsqlConnectionStringBuilder(await server.Create(name)) { MaxPoolSize = 40 }.ToString() };
    }
}
