namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>Numbers that look random and are the same for a seed on every machine and version (xorshift32, Marsaglia 2003).</summary>
internal sealed class Dice(int seed)
{
    private uint _state = unchecked((uint)seed * 2_654_435_769u) | 1;

    /// <summary>A whole number from 0 to one below the sides.</summary>
    public int Roll(int sides)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)sides);
    }
}
