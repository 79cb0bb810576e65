namespace Emporium.Platform.Events;

/// <summary>
/// Hears every fact by its envelope, in the unit of work that stores it, and adds to it what is to leave the store because of it: both
/// exist, or neither. It stands on the way of every purchase, so where nobody waits outside it costs nothing and asks nothing.
/// </summary>
public interface IFactOutlet
{
    void Put(EventEnvelope fact);
}
