using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>One call of the API: where it is, what it takes, what it does. A POST runs inside a change, a GET on what is committed.</summary>
/// <param name="Path">Below <c>/v1/</c>; may hold <c>{id}</c>.</param>
internal sealed record Verb(string Method, string Path, Shape Shape, Func<Call, Answer> Do)
{
    /// <summary>Every list takes these.</summary>
    public static readonly (string Name, Shape Shape)[] Paging =
        [("limit", Shape.Integer(1, 100)), ("starting_after", Shape.Text(255)), ("ending_before", Shape.Text(255)), ("expand", Shape.Expand)];

    public static Verb Post(string path, Shape shape, Func<Call, Answer> @do) => new("POST", path, shape, @do);

    public static Verb Get(string path, Shape shape, Func<Call, Answer> @do) => new("GET", path, shape, @do);

    /// <summary>Reads one object by its id.</summary>
    public static Verb Get<T>(string path) where T : class, IStored<T> =>
        Get($"{path}/{{id}}", Shape.Of(("expand", Shape.Expand)), call => call.Show(call.Books.Get<T>(call.Id)));

    /// <summary>Lists a kind, newest first, by the filters named.</summary>
    public static Verb List<T>(string path, params string[] filters) where T : class, IStored<T> =>
        Get(path, Shape.Of([.. Paging, .. filters.Select(filter => (filter, Shape.Text(255)))]), call => call.ShowList<T>($"/v1/{path}", call.Query));
}
