using Emporium.Platform.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Data;

/// <summary>Which database the store runs on; section <c>Database</c>.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Provider { get; init; } = "sqlite";

    /// <summary>For SQLite the file defaults to <c>store.db</c> in the data folder.</summary>
    public string? ConnectionString { get; init; }
}

/// <summary>Turns configuration into a pooled <see cref="StoreDb"/>.</summary>
public static class Database
{
    public static IServiceCollection AddStoreDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var dialect = DialectOf(options);
        var connection = ConnectionString(options, DataFolder.Of(configuration));
        services.AddSingleton(dialect);
        if (!dialect.IsShared) services.AddSingleton(_ => new WriteGate(connection));
        services.AddDbContextPool<StoreDb>((provider, builder) =>
            Configure(builder, dialect, connection, [.. provider.GetServices<IModule>()], provider.GetService<WriteGate>()));
        services.AddScoped<SchemaMigrator>();
        return services;
    }

    /// <summary>The same configuration for tests and tools that open a database of their own.</summary>
    public static void Configure(DbContextOptionsBuilder builder, Dialect dialect, string connection, IReadOnlyList<IModule> modules, WriteGate? gate = null)
    {
        // One text for a list of any length: a text that is known is neither translated nor prepared again.
        const ParameterTranslationMode whole = ParameterTranslationMode.Parameter;
        if (dialect.IsShared) builder.UseNpgsql(connection, npgsql => npgsql.UseParameterizedCollectionMode(whole));
        else builder.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(whole)).AddInterceptors(new Statements(connection));
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new StoreOptions(modules, gate));
    }

    public static Dialect DialectOf(DatabaseOptions options) => options.Provider.ToLowerInvariant() switch
    {
        "sqlite" => new SqliteDialect(),
        "postgres" when options.ConnectionString is { Length: > 0 } => new PostgresDialect(),
        "postgres" => throw new InvalidOperationException("Database:Provider is postgres, but Database:ConnectionString is empty. Set it, for example to Host=localhost;Database=emporium;Username=emporium;Password=…"),
        _ => throw new InvalidOperationException($"Database:Provider is '{options.Provider}'. It must be sqlite or postgres."),
    };

    internal static string ConnectionString(DatabaseOptions options, string dataFolder) => options.Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase)
        ? options.ConnectionString!
        : new SqliteConnectionStringBuilder(options.ConnectionString ?? $"Data Source={Path.Combine(dataFolder, "store.db")}") { ForeignKeys = true }.ToString();
}
