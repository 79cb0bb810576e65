namespace Emporium.Platform.Mail;

/// <summary>Letters as their reader may ask for them: when each was written, to whom, and about what. Their text stays out: it may hold links that open things.</summary>
public static class ToldLetters
{
    /// <summary>Every letter about the subjects, ready to be written as JSON. One whose key was shredded says nothing.</summary>
    public static async Task<IReadOnlyList<object>> Told(this IMailDesk mails, IEnumerable<string> subjects, CancellationToken ct)
    {
        var told = new List<object>();
        foreach (var subject in subjects)
        {
            foreach (var summary in await mails.About(subject, ct))
            {
                var letter = await mails.Open(summary.Id, ct);
                told.Add(new { summary.Kind, summary.CreatedAt, summary.SentAt, letter?.To, letter?.Subject });
            }
        }
        return told;
    }
}
