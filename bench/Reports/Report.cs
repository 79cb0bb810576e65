using System.Globalization;
using System.Text.Json;

namespace Emporium.Bench.Reports;

/// <summary>Everything that was measured: printed as it comes, written as JSON at the end.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Dictionary<string, List<Figure>> chapters = [];

    public void Begin(string chapter)
    {
        chapters[chapter] = [];
        Console.WriteLine($"\n{chapter}");
    }

    public void Add(Figure figure)
    {
        chapters.Last().Value.Add(figure);
        var target = figure.AtLeast is { } least ? $">= {least.ToString("0.##", CultureInfo.InvariantCulture)}" : figure.AtMost is { } most ? $"<= {most.ToString("0.##", CultureInfo.InvariantCulture)}" : "";
        var mark = figure.IsMet switch { true => "met", false => "MISSED", _ => "" };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figure.What,-44} {figure.Value,9:0.00} {figure.Unit,-16} {target,-9} {mark,-7}{Details(figure)}"));
    }

    /// <summary>How much worse each figure of one chapter is than in another; 1.3 times is the most that growth may cost.</summary>
    public void Compare(string small, string large)
    {
        var (before, after) = (chapters[small], chapters[large]);
        Begin($"{large}, against {small}");
        foreach (var (a, b) in before.Zip(after).Where(pair => pair.First.Unit is not "MiB")) Add(new Figure(b.What, a.IsMoreBetter ? a.Value / b.Value : b.Value / a.Value, "times worse", AtMost: 1.3));
    }

    public Task Write(string path, Options options) => File.WriteAllTextAsync(path, JsonSerializer.Serialize(new
    {
        options.Database,
        options.IsQuick,
        At = TimeProvider.System.GetUtcNow(),
        Machine = $"{Environment.OSVersion}, {File.ReadLines("/proc/cpuinfo").Count(l => l.StartsWith("processor", StringComparison.Ordinal))} cores",
        Chapters = chapters,
    }, Pretty));

    private static string Details(Figure figure)
    {
        var rates = figure switch
        {
            { Rate: { } ours, Bare: { } bare } => string.Create(CultureInfo.InvariantCulture, $" {ours.PerSecond,8:0}/s and {bare.PerSecond,8:0}/s; {ours.Microseconds:0} and {bare.Microseconds:0} us of CPU{Saturated(ours, bare)}"),
            { Rate: { } ours } => string.Create(CultureInfo.InvariantCulture, $" {ours.PerSecond,8:0}/s; {ours.Microseconds:0} us of CPU"),
            _ => "",
        };
        var failed = (figure.Rate?.Failed ?? 0) + (figure.Bare?.Failed ?? 0);
        return $"{rates}{(failed > 0 ? $"; {failed} FAILED" : "")}{(figure.Note is { } note ? $" {note}" : "")}";
    }

    private static string Saturated(params Pages.Rate[] rates) => rates.Any(r => r.DriverBusy > 0.9 && r.ServerBusy < 0.9) ? "; the driver was saturated" : "";
}
