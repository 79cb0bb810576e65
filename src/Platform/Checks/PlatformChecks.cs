using System.Net.Sockets;
using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Mail;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Checks;

internal sealed class DatabaseCheck(StoreDb db, SchemaMigrator migrator, Dialect dialect) : IDoctorCheck
{
    public string Subject => "database";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct))
            return [Finding.Broken("The database does not answer.", "Check Database:Provider and Database:ConnectionString, and that the server runs.")];
        var pending = await migrator.Pending(ct);
        return [
            Finding.Good(dialect.IsShared ? "PostgreSQL answers." : "The SQLite file can be opened."),
            pending.Count == 0
                ? Finding.Good("The schema is up to date.")
                : Finding.Poor($"{pending.Count} schema scripts wait: {string.Join(", ", pending.Select(p => p.Name))}.", "Run: dotnet run --project src/Emporium -- migrate"),
        ];
    }
}

internal sealed class StorageCheck(IFiles files) : IDoctorCheck
{
    public string Subject => "storage";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        using var probe = new MemoryStream(Encoding.UTF8.GetBytes("emporium doctor"));
        var stored = await files.Put(probe, ct);
        await using var read = await files.Open(stored.Sha256, 0, null, ct);
        return [Finding.Good("A file can be written and read back.")];
    }
}

internal sealed class MailCheck(MailServer server) : IDoctorCheck
{
    public string Subject => "mail";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var options = await server.Current(ct);
        if (!options.IsConfigured) return [Finding.Poor("No mail server is known; letters stay on the desk under Mail.", "Set Mail:Host, Mail:User and Mail:Password, or name a server on the desk under Settings, Mail.")];
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Host!, options.Port, ct);
            return [Finding.Good($"{options.Host}:{options.Port} answers.")];
        }
        catch (SocketException refused)
        {
            return [Finding.Broken($"{options.Host}:{options.Port} does not answer: {refused.Message}", "Check the name, the port and the firewall. Letters wait; none is lost.")];
        }
    }
}

internal sealed class ClockCheck(StoreDb db, TimeProvider clock, Dialect dialect) : IDoctorCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    public string Subject => "clock";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        if (!dialect.IsShared) return [Finding.Good($"It is {clock.Now:u}.")];
        var theirs = await db.Database.SqlQueryRaw<DateTime>("select now() as \"Value\"").SingleAsync(ct);
        var apart = (clock.Now.UtcDateTime - theirs).Duration();
        return [apart < Tolerance
            ? Finding.Good("This machine and the database agree about the time.")
            : Finding.Broken($"This machine and the database are {apart.TotalSeconds:F0} s apart.", "Set both by NTP: leases, links and webhook signatures depend on it.")];
    }
}

internal sealed class KeysCheck(MasterKey master) : IDoctorCheck
{
    public string Subject => "keys";

    public Task<IReadOnlyList<Finding>> Look(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([
        master.Path is { } file
            ? Finding.Good($"The master key is in {file}. Back it up apart from the database: without it a backup cannot be read.")
            : Finding.Good("The master key comes from the configuration."),
    ]);
}
