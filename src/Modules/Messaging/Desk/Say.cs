using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Ui;

namespace Emporium.Messaging.Desk;

/// <summary>What states are called on the desk, and in which tone.</summary>
internal static class Say
{
    public static (string Word, Tone Tone) Health(WebhookEndpoint endpoint) => endpoint switch
    {
        { Status: EndpointStatus.Disabled, Reason: DisabledBy.Person } => ("Off", Tone.Neutral),
        { Status: EndpointStatus.Disabled } => ("Given up", Tone.Danger),
        { FailingSince: not null } => ("Failing", Tone.Warning),
        { LastSuccessAt: null } => ("Nothing sent yet", Tone.Neutral),
        _ => ("Healthy", Tone.Success),
    };

    public static (string Word, Tone Tone) Standing(ReadMessages.Row message) => message.Status switch
    {
        MessageStatus.Sent => ("Arrived", Tone.Success),
        MessageStatus.Failed => ("Failed", Tone.Danger),
        MessageStatus.Skipped => ("Skipped", Tone.Neutral),
        _ when message.Attempts > 0 => ("Tried", Tone.Warning),
        _ => ("Waiting", Tone.Info),
    };

    public static string Events(WebhookEndpoint endpoint) => endpoint.TypeList.Count switch { 0 => "Every event", 1 => endpoint.TypeList[0], var many => $"{many} events" };

    public static string Orders(WebhookEndpoint endpoint) => endpoint.Book switch { Book.Live => "live", Book.Test => "test", _ => "live and test" };

    public static string Why(WebhookEndpoint endpoint) => endpoint.Reason switch
    {
        DisabledBy.Gone => "The receiver answered 410 Gone: it does not want to hear from this store any more.",
        DisabledBy.Failing => "For three days nothing arrived there. The last message was sent twelve times.",
        _ => "Somebody switched it off. Nothing is sent; what happens in the store is kept.",
    };
}
