namespace Emporium;

/// <summary>Which set of books a row belongs to. Everything that follows from an order carries it; reports never mix the two.</summary>
public enum Book
{
    Live,
    Test,
}
