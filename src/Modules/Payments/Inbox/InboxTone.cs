using Emporium.Ui;

namespace Emporium.Payments.Inbox;

internal static class InboxTone
{
    public static Tone Of(InboxStatus status) => status switch
    {
        InboxStatus.Done => Tone.Success,
        InboxStatus.Dead => Tone.Danger,
        InboxStatus.Pending => Tone.Info,
        _ => Tone.Neutral,
    };
}
