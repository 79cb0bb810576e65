namespace Emporium.Accounts.Letters;

/// <summary>A letter in a few sentences with at most one action; the HTML and the text say the same.</summary>
/// <param name="Subject">Also its heading.</param>
public sealed record PlainLetter(string Subject, IReadOnlyList<string> Paragraphs, PlainLetter.Step? Action = null, IReadOnlyList<string>? Closing = null)
{
    /// <param name="Text">A verb: “Sign in”.</param>
    public sealed record Step(string Text, string Url);

    public string AsText(string store, string support) => string.Join("\n\n", Parts().Append($"{store}\nQuestions? Write to {support}."));

    private IEnumerable<string> Parts() =>
        [Subject, .. Paragraphs, .. Action is { } step ? (string[])[$"{step.Text}: {step.Url}"] : [], .. Closing ?? []];
}
