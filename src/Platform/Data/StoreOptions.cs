using Emporium.Platform.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Data;

/// <summary>What <see cref="StoreDb"/> needs besides a database: pooled contexts take one constructor argument, so it travels in their options.</summary>
/// <param name="modules">The modules whose tables the model holds.</param>
/// <param name="gate">The line writers stand in; null where the database queues them itself.</param>
internal sealed class StoreOptions(IReadOnlyList<IModule> modules, WriteGate? gate) : IDbContextOptionsExtension
{
    private StoreOptionsInfo? info;

    public IReadOnlyList<IModule> Modules => modules;

    public WriteGate? Gate => gate;

    public DbContextOptionsExtensionInfo Info => info ??= new StoreOptionsInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class StoreOptionsInfo(StoreOptions options) : DbContextOptionsExtensionInfo(options)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        // The model is kept with the services: another list of modules is another model.
        public override int GetServiceProviderHashCode() => Types.Aggregate(0, HashCode.Combine);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is StoreOptionsInfo info && Types.SequenceEqual(info.Types);

        private IEnumerable<Type> Types { get; } = [.. options.Modules.Select(module => module.GetType())];

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
