using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VasaSim.Storage.Tests.Support;

/// <summary>The program that writes commits until it is killed, as a process of its own.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public static WriterProcess Start(string world, Durability durability)
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var start = new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "VasaSim.Storage.Writer.dll"), world, $"{durability}" },
        };
        return new WriterProcess(Process.Start(start)!);
    }

    /// <summary>Waits until so many commits more are acknowledged; returns the highest revision among them.</summary>
    public async Task<long> ReadAsync(int count)
    {
        long highest = 0;
        for (int i = 0; i < count; i++)
        {
            string? line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(line is not null, $"The writer ended by itself after {i} commits.");
            highest = Math.Max(highest, long.Parse(line, CultureInfo.InvariantCulture));
        }

        return highest;
    }

    /// <summary>Kills it where it stands; returns the highest revision that it still got out, 0 for none.</summary>
    public async Task<long> KillAsync()
    {
        _process.Kill();
        string rest = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        // What follows the last line end is the beginning of a line that the kill cut off.
        return rest.Split('\n')[..^1].Select(line => long.Parse(line, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
