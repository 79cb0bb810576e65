using System.Globalization;
using System.Text.RegularExpressions;

namespace Emporium.Sandbox.Wire;

/// <summary>
/// What an endpoint takes, strictly: anything it does not name is refused, as Stripe does. Each verb declares its shape beside its
/// handler; the description of the API that Stripe publishes is the test's yardstick.
/// </summary>
internal abstract partial class Shape
{
    public static Shape Flag { get; } = new Scalar((value, path) => value is "true" or "false" ? null : new(400, "invalid_request_error", null, $"Invalid boolean: {value}", path));

    public static Shape Email { get; } = new Scalar((value, path) =>
        EmailForm().IsMatch(value) ? null : StripeError.Invalid($"Invalid email address: {value}", path, "email_invalid"));

    public static Shape Url { get; } = new Scalar((value, path) =>
        value.Length <= 5000 && Uri.TryCreate(value.Replace("{CHECKOUT_SESSION_ID}", "id", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? null
            : StripeError.Invalid("Not a valid URL", path, "url_invalid"));

    /// <summary>Three letters of a currency that Stripe's accounts can charge.</summary>
    public static Shape Currency { get; } = new Scalar((value, path) => Amounts.IsKnown(value)
        ? null
        : StripeError.Invalid($"Invalid currency: {value}. Stripe currently supports the currencies of ISO 4217, as three letters.", path));

    /// <summary>Up to 50 keys of 40 characters, values of 500; an empty value removes its key.</summary>
    public static Shape Metadata { get; } = new Entries();

    public static Shape Expand { get; } = ListOf(Text(200));

    public abstract void Check(Form form, string path);

    public static Fields Of(params (string Name, Shape Shape)[] fields) => new(fields.ToDictionary(f => f.Name, f => f.Shape, StringComparer.Ordinal));

    public static Shape Text(int longest = 5000) => new Scalar((value, path) =>
        value.Length <= longest ? null : StripeError.Invalid($"Invalid string: must be at most {longest} characters", path));

    public static Shape Integer(long least = long.MinValue, long most = long.MaxValue) => new Scalar((value, path) =>
        !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? StripeError.Invalid($"Invalid integer: {value}", path, "parameter_invalid_integer")
        : number < least ? StripeError.Invalid($"This value must be greater than or equal to {least}.", path, "parameter_invalid_integer")
        : number > most ? StripeError.Invalid($"This value must be less than or equal to {most}.", path, "parameter_invalid_integer")
        : null);

    public static Shape Choice(params string[] values) => new Scalar((value, path) => values.Contains(value, StringComparer.Ordinal)
        ? null
        : StripeError.Invalid($"Invalid {path}: must be one of {string.Join(", ", values)}", path));

    public static Shape ListOf(Shape item, int most = 100) => new Items(item, most);

    private static StripeError Unknown(string path) => StripeError.Invalid($"Received unknown parameter: {path}", path, "parameter_unknown");

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]+\.[^@\s.]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailForm();

    /// <summary>Named parameters; <see cref="Require"/> tells which may not be missing.</summary>
    public sealed class Fields(Dictionary<string, Shape> fields) : Shape
    {
        private string[] _required = [];

        public Fields Require(params string[] names)
        {
            _required = names;
            return this;
        }

        public override void Check(Form form, string path)
        {
            if (form.Value is not null) throw StripeError.Invalid("Invalid object", path);
            foreach (var name in form.Children.Keys)
                if (!fields.ContainsKey(name)) throw Unknown(Join(path, name));
            foreach (var name in _required)
                if (form.Child(name) is null) throw StripeError.Invalid($"Missing required param: {Join(path, name)}.", Join(path, name), "parameter_missing");
            foreach (var (name, child) in form.Children) fields[name].Check(child, Join(path, name));
        }

        private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}[{name}]";
    }

    private sealed class Scalar(Func<string, string, StripeError?> fault) : Shape
    {
        public override void Check(Form form, string path)
        {
            if (form.Value is not { } value) throw StripeError.Invalid($"Invalid string: {path}", path);
            if (value.Length == 0)
                throw StripeError.Invalid($"You passed an empty string for '{path}'. Leave it out instead: it cannot be unset.", path, "parameter_invalid_empty");
            if (fault(value, path) is { } refusal) throw refusal;
        }
    }

    private sealed class Items(Shape item, int most) : Shape
    {
        public override void Check(Form form, string path)
        {
            if (form.Value is not null || form.Children.Count > most) throw StripeError.Invalid("Invalid array", path);
            foreach (var (index, child) in form.Children)
            {
                if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw StripeError.Invalid("Invalid array", path);
                item.Check(child, $"{path}[{index}]");
            }
        }
    }

    private sealed class Entries : Shape
    {
        public override void Check(Form form, string path)
        {
            if (form.Value is { Length: > 0 }) throw StripeError.Invalid("Invalid object", path);
            if (form.Children.Count > 50) throw StripeError.Invalid("Metadata can have at most 50 keys.", path);
            foreach (var (key, entry) in form.Children)
            {
                if (entry.Value is not { } value) throw StripeError.Invalid($"Invalid string: {path}[{key}]", $"{path}[{key}]");
                if (key.Length is 0 or > 40) throw StripeError.Invalid("Metadata keys must be 1 to 40 characters long.", $"{path}[{key}]");
                if (value.Length > 500) throw StripeError.Invalid("Metadata values can have up to 500 characters.", $"{path}[{key}]");
            }
        }
    }
}
