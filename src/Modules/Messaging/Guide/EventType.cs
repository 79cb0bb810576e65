using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emporium.Messaging.Guide;

/// <summary>One kind of event that a webhook can tell of.</summary>
/// <param name="Group">The part of the store it comes from.</param>
/// <param name="Meaning">What became true.</param>
/// <param name="Sample">A whole body, as it arrives.</param>
/// <param name="Schema">JSON Schema 2020-12 of a whole body.</param>
internal sealed record EventType(string Name, int Version, string Group, string Meaning, JsonElement Sample, JsonNode Schema);
