namespace Emporium.Host.DemoStore.History;

/// <summary>Who buys in the demo's past. Invented; their mailboxes are under names that RFC 2606 keeps free.</summary>
internal sealed class People(Chance chance)
{
    private const double ComesBack = 0.22;

    private static readonly IReadOnlyList<(Land Land, int Weight)> Lands =
    [
        (new("DE", "EUR", ["Anke", "Jonas", "Friederike", "Malte", "Ulrike", "Tobias"], ["Brandt", "Vogel", "Lindner", "Seidel", "Marquardt"]), 22),
        (new("NL", "EUR", ["Sanne", "Bram", "Femke", "Daan", "Lotte"], ["de Wit", "Verhoeven", "Kuiper", "Smit"]), 13),
        (new("US", "USD", ["Avery", "Marcus", "Dana", "Priya", "Tyler", "Renee"], ["Caldwell", "Nguyen", "Ortiz", "Whitfield", "Brooks"]), 18),
        (new("GB", "GBP", ["Imogen", "Callum", "Nadia", "Rhys", "Hetty"], ["Ashworth", "Okafor", "Pryce", "Sinclair"]), 12),
        (new("FR", "EUR", ["Camille", "Théo", "Inès", "Gaspard"], ["Lefèvre", "Moreau", "Garnier", "Bonnet"]), 9),
        (new("AT", "EUR", ["Leni", "Matthias", "Johanna"], ["Huber", "Pichler", "Steiner"]), 6),
        (new("ES", "EUR", ["Lucía", "Iker", "Marta"], ["Navarro", "Iglesias", "Vidal"]), 6),
        (new("IT", "EUR", ["Chiara", "Lorenzo", "Giulia"], ["Ferri", "Conti", "Marchetti"]), 5),
        (new("PT", "EUR", ["Beatriz", "Tomás"], ["Carvalho", "Moreira"]), 4),
        (new("IE", "EUR", ["Aoife", "Cian"], ["Byrne", "Gallagher"]), 3),
        (new("JP", "JPY", ["Haruka", "Kenji"], ["Tanabe", "Shiraishi"]), 2),
    ];

    private readonly List<Person> known = [];

    /// <summary>Somebody new, or somebody who liked what they got.</summary>
    public Person Next()
    {
        if (known.Count > 0 && chance.Happens(ComesBack)) return chance.Of(known);
        var land = chance.Of(Lands);
        var (first, last) = (chance.Of(land.FirstNames), chance.Of(land.LastNames));
        var person = new Person($"{first} {last}", $"{Plain(first)}.{Plain(last)}.{known.Count + 1}@{chance.Of(["example.com", "example.org", "example.net"])}", land.Country, land.Currency);
        known.Add(person);
        return person;
    }

    private static string Plain(string name) => new([.. name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);

    /// <param name="Currency">In which they buy where a work has that price.</param>
    private sealed record Land(string Country, string Currency, IReadOnlyList<string> FirstNames, IReadOnlyList<string> LastNames);
}

internal sealed record Person(string Name, string Email, string Country, string Currency);
