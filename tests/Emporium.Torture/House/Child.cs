using System.Diagnostics;

namespace Emporium.Torture.House;

/// <summary>The program as a process of its own. What it prints goes to a file beside its data.</summary>
internal sealed class Child(string name, string folder, string[] args) : IAsyncDisposable
{
    private readonly StreamWriter log = File.CreateText(Path.Combine(folder, $"{name}.log"));
    private Process? process;

    public void Start()
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Emporium.dll"), .. args])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            },
        };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: no farewell, nothing flushed.</summary>
    public async Task Kill()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await log.DisposeAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (log)
        {
            if (line.Data is not null && process is not null) log.WriteLine(line.Data);
        }
    }
}
