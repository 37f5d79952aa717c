using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace VasaSim.Tests.Support;

/// <summary>The built program as a process of its own. What a test waits for is a line or the end, never a time.</summary>
internal sealed class ProgramProcess : IDisposable
{
    public const int SigInt = 2;
    public const int SigTerm = 15;

    private const nint DefaultHandler = 0;
    private const nint IgnoreHandler = 1;

    // So long that only a program that hangs takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TempDirectory _temporary;
    private readonly StringBuilder _errors = new();
    private readonly Task _errorsRead;

    private ProgramProcess(Process process, TempDirectory temporary)
    {
        _process = process;
        _temporary = temporary;
        _errorsRead = ReadErrorsAsync();
    }

    public int Pid => _process.Id;

    public static ProgramProcess Run(IEnumerable<string> arguments, string? directory = null, params (string Name, string Value)[] environment)
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        ProcessStartInfo start = new(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? Path.GetTempPath(),
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "vasasim.dll") },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("VASASIM_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        // What a killed program leaves there goes with the test.
        TempDirectory temporary = new();
        start.Environment[OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR"] = temporary.Path;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ProgramProcess(Process.Start(start)!, temporary);
    }

    /// <summary>
    /// Lets the programs that this process starts hear Ctrl-C. Where the tests run in the background of a shell it is
    /// ignored, which children inherit and this program respects.
    /// </summary>
    public static void HearSigInt()
    {
        nint before = SetHandler(SigInt, DefaultHandler);
        if (before != IgnoreHandler)
        {
            _ = SetHandler(SigInt, before);
        }
    }

    /// <summary>Starts a simulator on free ports with more arguments.</summary>
    public static ProgramProcess Start(params string[] arguments) =>
        Run(["start", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0", .. arguments]);

    /// <summary>Waits for the READY line.</summary>
    public async Task<ReadyLine> ReadyAsync()
    {
        string? line = await ReadLineAsync();
        if (line is null)
        {
            await _errorsRead;
        }

        Assert.True(line is not null, $"It ended before it was ready: {_errors}");
        return ReadyLine.Parse(line);
    }

    /// <summary>Waits for a line of standard output; null at the end.</summary>
    public Task<string?> ReadLineAsync() =>
        _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Out, string Error)> EndAsync()
    {
        string rest = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        await _errorsRead.WaitAsync(Patience);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (_process.ExitCode, rest, _errors.ToString());
    }

    public Task<(int ExitCode, string Out, string Error)> StopAsync(int signal = SigTerm)
    {
        Signal(signal);
        return EndAsync();
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>Kills it where it stands.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _temporary.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetHandler(int signal, nint handler);

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _errors.AppendLine(line);
        }
    }
}
