namespace Emporium.Bench.Pages;

/// <summary>How fast a server answered.</summary>
/// <param name="PerSecond">Answers by the clock on the wall.</param>
/// <param name="Microseconds">Of the server's processor, for one answer.</param>
/// <param name="ServerBusy">Share of the server's core in use; far below 1, something else was the bottleneck.</param>
/// <param name="DriverBusy">Share of the load's core that the driver used; near 1, the driver was.</param>
/// <param name="Failed">Answers other than 200.</param>
internal readonly record struct Rate(double PerSecond, double Microseconds, double ServerBusy, double DriverBusy, int Failed);
