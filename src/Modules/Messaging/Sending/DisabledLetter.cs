using Emporium.Messaging.Endpoints;

namespace Emporium.Messaging.Sending;

/// <summary>Tells the owners that nothing is sent to an endpoint any more, and where they decide what to do.</summary>
internal sealed record DisabledLetter(string Url, DisabledBy Reason, string LastAnswer, string Store, string Link)
{
    public string Title => $"Webhooks to {new Uri(Url).Host} are switched off";

    public string Text => $"""
        {Title}

        {Why}

        Address: {Url}
        Last answer: {LastAnswer}

        Nothing is lost: what happens in the store meanwhile is kept. When the receiver works again, switch
        the endpoint on and choose whether it gets what it missed:

        {Link}

        {Store}
        """;

    public string Why => Reason is DisabledBy.Gone
        ? "The receiver answered 410 Gone: it does not want to hear from this store any more."
        : "For three days nothing arrived there. A message was sent twelve times, and each time it was refused or not answered.";
}
