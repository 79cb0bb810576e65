using System.Buffers;
using System.Text.Json;
using Emporium.Sandbox.Storage;

namespace Emporium.Sandbox.Wire;

/// <summary>Writes Stripe's JSON: short words for the few shapes it is made of, and references that may be asked for in full.</summary>
internal sealed class ObjectWriter(Utf8JsonWriter json, Books books, Expansion? expansion)
{
    private Expansion? _expansion = expansion;

    /// <exception cref="StripeError">The expansion asks for what cannot be expanded.</exception>
    public static byte[] Render(IStored stored, Books books, Expansion? expansion = null) =>
        Render(books, expansion, writer => writer.Body(stored));

    public static byte[] Render(Books books, Expansion? expansion, Action<ObjectWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        write(new ObjectWriter(json, books, expansion));
        json.Flush();
        expansion?.CheckAllVisited();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A nameless object: the whole answer, or an item of a list.</summary>
    public void Body(IStored stored)
    {
        json.WriteStartObject();
        stored.Write(this);
        json.WriteEndObject();
    }

    public void Body(Action<ObjectWriter> write)
    {
        json.WriteStartObject();
        write(this);
        json.WriteEndObject();
    }

    public void Text(string name, string? value) => json.WriteString(name, value);

    public void Number(string name, long value) => json.WriteNumber(name, value);

    public void Number(string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    public void Null(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) json.WriteNull(name);
    }

    public void Raw(string name, ReadOnlySpan<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }

    public void Open(string name) => json.WriteStartObject(name);

    public void Close() => json.WriteEndObject();

    public void Empty(string name)
    {
        Open(name);
        Close();
    }

    public void Map(string name, IReadOnlyDictionary<string, string> entries)
    {
        Open(name);
        foreach (var (key, value) in entries) Text(key, value);
        Close();
    }

    public void Texts(string name, params IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Stripe's list object, with the items written one by one.</summary>
    public void List<T>(string url, IEnumerable<T> items, bool hasMore, Action<T> item)
    {
        Text("object", "list");
        json.WriteStartArray("data");
        Within("data", () =>
        {
            foreach (var one in items) item(one);
        });
        json.WriteEndArray();
        Flag("has_more", hasMore);
        Text("url", url);
    }

    public void Items<T>(string name, IEnumerable<T> items, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Other objects in full, always.</summary>
    public void Embed<T>(string name, IEnumerable<string> ids) where T : class, IStored<T> =>
        Items(name, ids.Select(id => books.Get<T>(id)), item => item.Write(this));

    /// <summary>Another object in full, always.</summary>
    public void Embed<T>(string name, string id) where T : class, IStored<T>
    {
        json.WritePropertyName(name);
        Body(books.Get<T>(id));
    }

    /// <summary>Another object: its id, or all of it when <c>expand</c> asks for it.</summary>
    public void Link<T>(string name, string? id) where T : class, IStored<T>
    {
        var asked = _expansion?.Visit(name);
        if (asked is null || books.Find<T>(id) is not { } target)
        {
            if (id is null) asked?.VisitAll();
            Text(name, id);
            return;
        }

        json.WritePropertyName(name);
        var outer = _expansion;
        _expansion = asked;
        Body(target);
        _expansion = outer;
    }

    public IReadOnlyList<T> Of<T>(string paymentIntent) where T : class, IStored<T> => books.Objects.Of<T>(paymentIntent);

    /// <summary>True when <c>expand</c> names this property, which is left out otherwise.</summary>
    public bool Includes(string name) => _expansion?.Visit(name) is not null;

    private void Within(string name, Action write)
    {
        var outer = _expansion;
        _expansion = outer?.Visit(name);
        write();
        _expansion = outer;
    }
}
