using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Security;

namespace Emporium.Platform.Backups;

/// <summary>The first entry of a backup: what it is, before anything of it is believed.</summary>
/// <param name="Format">Of the archive; this program writes and reads 1.</param>
/// <param name="Scripts">The schema scripts that the copy has seen.</param>
/// <param name="DatabaseSha256">Of the copy of the database, before compression.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="KeyProof">Says whether a master key is the one that the store had, without saying the key.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, IReadOnlyList<string> Scripts, string DatabaseSha256, long Rows, string KeyProof)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";
    public const string DatabaseEntry = "store.db.gz";
    public const string FilesFolder = "files/";

    /// <summary>The last entry; without it an archive was cut off.</summary>
    public const string EndEntry = "end.json";

    public static string ProofOf(MasterKey master) => Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("backup proof"), Encoding.UTF8.GetBytes("emporium")));
}

/// <summary>What the archive must have held.</summary>
internal sealed record BackupEnd(long Files, long Bytes);
