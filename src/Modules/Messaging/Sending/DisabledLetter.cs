using System.Net;
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

    public string Html => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{Safe(Title)}</title></head>
        <body>
        <h1>{Safe(Title)}</h1>
        <p>{Safe(Why)}</p>
        <p>Address: <code>{Safe(Url)}</code><br>Last answer: {Safe(LastAnswer)}</p>
        <p>Nothing is lost: what happens in the store meanwhile is kept. When the receiver works again, switch the endpoint on and choose whether it gets what it missed.</p>
        <p><a href="{Safe(Link)}">Open the endpoint</a></p>
        <p>{Safe(Store)}</p>
        </body>
        </html>
        """;

    private string Why => Reason is DisabledBy.Gone
        ? "The receiver answered 410 Gone: it does not want to hear from this store any more."
        : "For three days nothing arrived there. A message was sent twelve times, and each time it was refused or not answered.";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
