using System.Text.Json;

namespace Emporium.Browser.Support;

/// <summary>The accessibility checks of axe-core, for WCAG 2.0 to 2.2 on the levels A and AA.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
          return JSON.stringify(violations.map(v => `${v.id}: ${v.help} at ${v.nodes.map(n => n.target.join(" ") + " – " + (n.any[0]?.message ?? n.all[0]?.message ?? "")).join("; ")}`));
        }
        """;

    private static readonly string Source = Read();

    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Source);
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Axe).Assembly.GetManifestResourceStream("axe.js")!);
        return reader.ReadToEnd();
    }
}
