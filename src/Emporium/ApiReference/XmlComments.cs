using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Emporium.Host.ApiReference;

/// <summary>What the comments in the source say about the API's types, from the XML that the compiler writes beside each assembly. Where that is missing they say nothing.</summary>
internal static partial class XmlComments
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, XElement>> Read = [];

    public static string? Of(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>Of a property, or of the parameter that a positional record made it from.</summary>
    public static string? Of(Type type, string property) =>
        Text(Find(type.Assembly, $"P:{NameOf(type)}.{property}")?.Element("summary")) ?? Text(Parameter(Find(type.Assembly, $"T:{NameOf(type)}"), property));

    /// <summary>Of a parameter of a handler.</summary>
    public static string? Of(ParameterInfo parameter) => parameter.Member is MethodInfo { DeclaringType: { } type } method
        ? Text(Parameter(Members(type.Assembly).FirstOrDefault(m => m.Key.StartsWith($"M:{NameOf(type)}.{method.Name}(", StringComparison.Ordinal)).Value, parameter.Name))
        : null;

    private static XElement? Find(Assembly assembly, string member) => Members(assembly).GetValueOrDefault(member);

    private static XElement? Parameter(XElement? member, string? name) =>
        member?.Elements("param").FirstOrDefault(p => string.Equals(p.Attribute("name")?.Value, name, StringComparison.Ordinal));

    private static FrozenDictionary<string, XElement> Members(Assembly assembly) => Read.GetOrAdd(assembly, static a =>
    {
        var file = Path.ChangeExtension(a.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToFrozenDictionary(m => m.Attribute("name")!.Value)
            : FrozenDictionary<string, XElement>.Empty;
    });

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? comment)
    {
        if (comment is null) return null;
        var text = new StringBuilder();
        foreach (var node in comment.DescendantNodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement { IsEmpty: true } named) text.Append(named.Attribute("name")?.Value ?? named.Attribute("cref")?.Value.Split('.', ':')[^1]);
        }
        return Blank().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blank();
}
