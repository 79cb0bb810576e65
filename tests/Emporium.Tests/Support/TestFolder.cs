namespace Emporium.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"emporium_{Guid.CreateVersion7():N}")).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
