namespace Emporium.Sandbox.Wire;

/// <summary>A finished answer: status and JSON.</summary>
internal sealed record Answer(int Status, byte[] Body);
