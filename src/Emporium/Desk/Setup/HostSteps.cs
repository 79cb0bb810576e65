using Emporium.Host.Desk.Rooms;
using Emporium.Platform.Backups;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Emporium.Platform.Settings;

namespace Emporium.Host.Desk.Setup;

/// <summary>The first hour: a law of every country wants to know who sells.</summary>
internal sealed class SayWhoSells(ISettings settings) : ISetupStep
{
    public string Name => "store.identity";

    public int Rank => 10;

    public string Title => "Say who sells here";

    public string Reason => "Your name and address stand in the imprint, and in what buyers agree to.";

    public string Href => "/admin/settings/store";

    public string Permission => SettingsPermission.Manage;

    public async Task<bool> IsDone(CancellationToken ct) => (await settings.Get<SellerIdentity>(ct)).IsComplete;
}

/// <summary>The first hour: a receipt that does not arrive is a buyer who writes.</summary>
internal sealed class SendTestLetter(ISettings settings) : ISetupStep
{
    public string Name => "mail.test";

    public int Rank => 20;

    public string Title => "Send a test letter";

    public string Reason => "Receipts and links leave by your mail server. One letter shows that they arrive.";

    public string Href => "/admin/settings/mail#test";

    public string Permission => SettingsPermission.Manage;

    public async Task<bool> IsDone(CancellationToken ct) => (await settings.Get<MailSettings>(ct)).TestedAt is not null;
}

/// <summary>The first hour: a store without a copy is lost with its disk.</summary>
internal sealed class MakeFirstBackup(ISettings settings) : ISetupStep
{
    public string Name => "store.backup";

    public int Rank => 90;

    public string Title => "Make a backup";

    public string Reason => "One command copies orders, books and files while the store runs. Have it run every night.";

    public string Href => "/admin/settings/storage#backup";

    public string Permission => SettingsPermission.Manage;

    public async Task<bool> IsDone(CancellationToken ct) => (await settings.Get<BackupSettings>(ct)).LastAt is not null;
}
