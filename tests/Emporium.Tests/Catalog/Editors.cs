using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Catalog.Contracts;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>How the staff writes products in tests: through the editor's own page.</summary>
internal static partial class Editors
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The fields of the editor as its page shows them to this person, with its tokens.</summary>
    public static async Task<Dictionary<string, string>> OpenEditor(this HttpClient editor, ProductId product)
    {
        var html = await editor.GetStringAsync($"/admin/products/{product}", Ct);
        var form = EditorForm().Match(html).Value;
        var fields = Inputs().Matches(form).Where(m => !m.Value.Contains("type=\"radio\"", StringComparison.Ordinal) && !m.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal))
            .Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"))).Where(f => f.Name.Length > 0 && f.Name is not ("currency" or "amount"))
            .ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        foreach (var text in Texts().Matches(form).Cast<Match>()) fields[text.Groups["name"].Value] = WebUtility.HtmlDecode(text.Groups["text"].Value);
        return new(fields) { ["currency"] = "EUR", ["amount"] = "29.00", ["isUnlisted"] = "false" };
    }

    /// <summary>Saves the draft as the page's script does.</summary>
    public static async Task<HttpResponseMessage> Autosave(this HttpClient editor, ProductId product, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/products/{product}/draft") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("application/json");
        editor.DefaultRequestHeaders.Remove("Accept");
        var answer = await editor.SendAsync(request, Ct);
        editor.DefaultRequestHeaders.Add("Accept", "text/html");
        if (answer.IsSuccessStatusCode) fields["draft"] = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("version").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer;
    }

    public static Task<HttpResponseMessage> Publish(this HttpClient editor, ProductId product, Dictionary<string, string> fields) =>
        editor.PostAsync($"/admin/products/{product}/publish", new FormUrlEncodedContent(fields), Ct);

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<form[^>]*id=\"editor\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex EditorForm();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea name=\"(?<name>[^\"]+)\"[^>]*>(?<text>[^<]*)</textarea>")]
    private static partial Regex Texts();
}
