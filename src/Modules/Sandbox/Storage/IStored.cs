using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Storage;

/// <summary>An object of the API: kept as its own JSON, shown in Stripe's.</summary>
internal interface IStored
{
    string Id { get; }

    Columns Columns { get; }

    void Write(ObjectWriter json);
}

/// <summary>What the storage knows of a kind without an instance.</summary>
internal interface IStored<TSelf> : IStored where TSelf : IStored<TSelf>
{
    /// <summary>Stripe's name of the type: <c>checkout.session</c>.</summary>
    static abstract string Kind { get; }

    static abstract JsonTypeInfo<TSelf> Json { get; }
}
