namespace Emporium.Platform.Lists;

/// <summary>How a filter is asked: its label and what may be entered. The design system draws each kind.</summary>
/// <param name="Name">Of the parameter; of several, how their names begin.</param>
public abstract record ListField(string Name, string Label)
{
    /// <summary>The parameters that it reads.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>What is asked, in a few words: “State: paid”. Null where nothing is.</summary>
    public abstract string? Said(ListQuery asked);

    /// <summary>The words over a list, where anything that names a row may be entered.</summary>
    /// <param name="Hint">What may be entered.</param>
    public sealed record Search(string Name, string Label, string Hint) : ListField(Name, Label)
    {
        public override IReadOnlyList<string> Parameters => [Name];

        public override string? Said(ListQuery asked) => asked[Name] is { } text ? $"“{text}”" : null;
    }

    /// <summary>One of a few.</summary>
    public sealed record Choice(string Name, string Label, IReadOnlyList<ListChoice> Choices) : ListField(Name, Label)
    {
        public override IReadOnlyList<string> Parameters => [Name];

        public override string? Said(ListQuery asked) => asked[Name] is { } value ? $"{Label}: {Choices.FirstOrDefault(c => c.Value == value)?.Text ?? value}" : null;
    }

    /// <summary>Whole days (UTC), the first and the last included.</summary>
    public sealed record Days(string Name, string Label) : ListField(Name, Label)
    {
        public string From => $"{Name}_from";

        public string To => $"{Name}_to";

        public override IReadOnlyList<string> Parameters => [From, To];

        public override string? Said(ListQuery asked) => (asked[From], asked[To]) switch
        {
            (null, null) => null,
            ({ } from, null) => $"{Label}: from {from}",
            (null, { } to) => $"{Label}: to {to}",
            var (from, to) => from == to ? $"{Label}: {from}" : $"{Label}: {from} to {to}",
        };
    }

    /// <summary>Amounts of one currency, in major units, the smallest and the largest included.</summary>
    public sealed record Amounts(string Name, string Label, string Currency) : ListField(Name, Label)
    {
        public string From => $"{Name}_from";

        public string To => $"{Name}_to";

        public string In => $"{Name}_in";

        public override IReadOnlyList<string> Parameters => [From, To, In];

        public override string? Said(ListQuery asked) => (asked[From], asked[To]) switch
        {
            (null, null) => asked[In] is { } only ? $"{Label}: {only}" : null,
            ({ } from, null) => $"{Label}: from {from} {asked[In] ?? Currency}",
            (null, { } to) => $"{Label}: to {to} {asked[In] ?? Currency}",
            var (from, to) => $"{Label}: {from} to {to} {asked[In] ?? Currency}",
        };
    }
}

/// <param name="Value">As the address says it.</param>
public sealed record ListChoice(string Value, string Text);
