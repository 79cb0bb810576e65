using System.Text.RegularExpressions;
using Emporium.Host.ApiReference;
using Emporium.Platform.Http;
using Emporium.Tests.Support;

namespace Emporium.Tests.ApiReference;

/// <summary>docs/refusals.md says every code that the source can answer, with its status, and nothing else.</summary>
public sealed partial class RefusalListTests
{
    // Answered with the status that the framework gives the broken request.
    private const string Malformed = "request.malformed";

    [Fact]
    public void Every_code_of_the_source_is_listed_with_its_status()
    {
        var listed = RefusalList.All.ToLookup(r => r.Code, r => r.Status, StringComparer.Ordinal);

        Assert.Empty(Thrown().Where(t => t.Text is not Malformed && !RefusalList.All.Any(r => t.Matches(r.Code) && r.Status == t.Status)).Select(t => $"{t.Text} {t.Status}").Distinct());
        Assert.Empty(listed.Where(codes => codes.Count() > 1).Select(codes => codes.Key));
    }

    [Fact]
    public void Every_listed_code_stands_in_the_source()
    {
        var thrown = Thrown().ToList();

        Assert.Empty(RefusalList.All.Select(r => r.Code).Where(code => !thrown.Any(t => t.Matches(code))));
    }

    private static IEnumerable<Code> Thrown() => Sources().SelectMany(text => Refused().Matches(text)
        .Select(m => new Code(m.Groups["code"].Value + (m.Groups["kind"].Value is "NotFound" && !m.Groups["code"].Value.Contains('.', StringComparison.Ordinal) ? ".not_found" : ""), RefusalStatus.Of(Enum.Parse<RefusalKind>(m.Groups["kind"].Value))))
        .Concat(Answered().Matches(text).Select(m => new Code(m.Groups["code"].Value, int.Parse(Status(m.Groups["code"].Value), System.Globalization.CultureInfo.InvariantCulture)))));

    // These are answered without a Refusal being thrown: by the rate limiter, the session's cookie, the sign-in by key and Identity.
    private static string Status(string code) => code switch { "request.too_many" => "429", "session.required" => "401", "permission.missing" or "presence.required" or "second_factor.required" => "403", ['a', 'p', 'i', '_', ..] => "401", _ => "422" };

    private static IEnumerable<string> Sources() => new[] { "*.cs", "*.razor" }
        .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), kind, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules"))
        .Select(File.ReadAllText);

    /// <param name="Text">May hold a <c>{name}</c>, which stands for a word.</param>
    private sealed record Code(string Text, int Status)
    {
        public bool Matches(string listed) => Text == listed || (Text.Contains('{', StringComparison.Ordinal) && Regex.IsMatch(listed, $"^{Hole().Replace(Text, "[a-z_]+").Replace(".", "\\.", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [GeneratedRegex("""(Refusal\.|new(?: Refusal)?\(RefusalKind\.)(?<kind>Invalid|Forbidden|NotFound|Conflict|Gone|TooLarge|Unavailable)[(,]\s*\$?"(?<code>[a-z_.{}]+)""")]
    private static partial Regex Refused();

    [GeneratedRegex("""(\["code"\] = |Status40[13]\w+, |Code = )"(?<code>[a-z_]+\.[a-z_]+)""")]
    private static partial Regex Answered();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
