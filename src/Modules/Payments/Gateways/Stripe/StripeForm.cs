using System.Collections;
using System.Globalization;
using System.Text;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>
/// Parameters as Stripe's own libraries write them: <c>line_items[0][price_data][currency]=eur</c>. Brackets stand as they are,
/// everything else is percent-encoded; lists are always indexed; an empty text clears a field, and what is null is left out.
/// </summary>
internal sealed class StripeForm : IEnumerable
{
    private readonly List<(string Name, object? Value)> fields = [];

    public object? this[string name]
    {
        set => fields.Add((name, value));
    }

    public string Encode()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields) Write(text, Uri.EscapeDataString(name), value);
        return text.ToString();
    }

    public IEnumerator GetEnumerator() => fields.GetEnumerator();

    private static void Write(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case StripeForm form:
                foreach (var (name, inner) in form.fields) Write(text, $"{path}[{Uri.EscapeDataString(name)}]", inner);
                break;
            case string scalar:
                Pair(text, path, scalar);
                break;
            case bool flag:
                Pair(text, path, flag ? "true" : "false");
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list) Write(text, $"{path}[{index++}]", item);
                break;
            default:
                Pair(text, path, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    private static void Pair(StringBuilder text, string path, string value)
    {
        if (text.Length > 0) text.Append('&');
        text.Append(path).Append('=').Append(Uri.EscapeDataString(value));
    }
}
