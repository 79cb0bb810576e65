using System.Globalization;
using System.Text;

namespace Emporium.Sandbox.Wire;

/// <summary>
/// A form or query as a tree: <c>line_items[0][price_data][currency]=eur</c>. A node holds a value or children, never both;
/// <c>a[]=x</c> counts up. After <see cref="Shape"/> has checked it, the typed readers cannot fail.
/// </summary>
internal sealed class Form
{
    private const int MostFields = 2_000;
    private const int DeepestNesting = 8;

    private readonly Dictionary<string, Form> _children = new(StringComparer.Ordinal);

    public string? Value { get; private set; }

    public bool HasChildren => _children.Count > 0;

    public IReadOnlyDictionary<string, Form> Children => _children;

    /// <param name="encoded">The raw query (without <c>?</c>) or urlencoded body.</param>
    /// <exception cref="StripeError">It is no form, or it contradicts itself.</exception>
    public static Form Parse(string encoded)
    {
        var root = new Form();
        if (encoded.Length == 0) return root;
        var pairs = encoded.Split('&');
        if (pairs.Length > MostFields) throw StripeError.Invalid($"A request may carry at most {MostFields} parameters.");
        foreach (var pair in pairs)
        {
            if (pair.Length == 0) continue;
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            root.Set(name, equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        return root;
    }

    public Form? Child(string name) => _children.GetValueOrDefault(name);

    public string? Text(string name) => Child(name)?.Value;

    public long? Integer(string name) => Text(name) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string name) => Text(name) is "true";

    public IEnumerable<Form> Items(string name) => Child(name)?._children.Values ?? Enumerable.Empty<Form>();

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Value ?? "")];

    public Dictionary<string, string> Map(string name) =>
        Child(name)?._children.Where(entry => entry.Value.Value is { Length: > 0 }).ToDictionary(entry => entry.Key, entry => entry.Value.Value!, StringComparer.Ordinal) ?? [];

    private void Set(string name, string value)
    {
        var steps = Steps(name);
        if (steps.Count > DeepestNesting) throw StripeError.Invalid("Parameters are nested too deeply.", name);
        var node = this;
        foreach (var step in steps)
        {
            var key = step.Length == 0 ? node._children.Count.ToString(CultureInfo.InvariantCulture) : step;
            if (!node._children.TryGetValue(key, out var child)) node._children[key] = child = new Form();
            if (child.Value is not null && !ReferenceEquals(step, steps[^1])) throw StripeError.Invalid($"Invalid object: {name}", name);
            node = child;
        }

        if (node.HasChildren) throw StripeError.Invalid($"Invalid string: {name}", name);
        node.Value = value;
    }

    private static List<string> Steps(string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket <= 0) return [name];
        List<string> steps = [name[..bracket]];
        for (var at = bracket; at < name.Length;)
        {
            var end = name.IndexOf(']', at);
            if (name[at] != '[' || end < 0) throw StripeError.Invalid($"Invalid parameter name: {name}", name);
            steps.Add(name[(at + 1)..end]);
            at = end + 1;
        }

        return steps;
    }

    private static string Decode(string text) =>
        text.AsSpan().IndexOfAny('+', '%') < 0 ? text : Uri.UnescapeDataString(text.Replace('+', ' ')).Normalize(NormalizationForm.FormC);
}
