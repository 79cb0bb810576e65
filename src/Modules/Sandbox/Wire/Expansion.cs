namespace Emporium.Sandbox.Wire;

/// <summary>The paths of <c>expand[]</c> as a tree. Writing an object visits what exists; a path left unvisited cannot be expanded.</summary>
internal sealed class Expansion
{
    private readonly Dictionary<string, Expansion> _children = new(StringComparer.Ordinal);
    private readonly string _path;
    private bool _visited;

    private Expansion(string path) => _path = path;

    /// <exception cref="StripeError">A path is deeper than the four levels that Stripe expands.</exception>
    public static Expansion? Of(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0) return null;
        var root = new Expansion("") { _visited = true };
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            if (steps.Length > 4) throw StripeError.Invalid("You cannot expand more than 4 levels of a property.", "expand");
            steps.Aggregate(root, (node, step) => node.Child(step));
        }

        return root;
    }

    public Expansion? Visit(string name)
    {
        if (!_children.TryGetValue(name, out var child)) return null;
        child._visited = true;
        return child;
    }

    /// <summary>Nothing is there to be expanded further: null has no properties, and asking for them is no mistake.</summary>
    public void VisitAll()
    {
        _visited = true;
        foreach (var child in _children.Values) child.VisitAll();
    }

    /// <exception cref="StripeError">A path names nothing that can be expanded.</exception>
    public void CheckAllVisited()
    {
        if (!_visited) throw StripeError.Invalid($"This property cannot be expanded ({_path}).", "expand");
        foreach (var child in _children.Values) child.CheckAllVisited();
    }

    private Expansion Child(string name)
    {
        if (!_children.TryGetValue(name, out var child)) _children[name] = child = new Expansion(_path.Length == 0 ? name : $"{_path}.{name}");
        return child;
    }
}
