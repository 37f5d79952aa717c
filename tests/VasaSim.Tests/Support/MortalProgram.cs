namespace VasaSim.Tests.Support;

/// <summary>A simulator that is killed and started again on the same data, with tasks that are over at once.</summary>
internal sealed class MortalProgram(params string[] arguments) : IDisposable
{
    private readonly TempDirectory _data = new();
    private ProgramProcess? _program;

    /// <summary>Starts it, for the first time or after it was killed.</summary>
    public async Task<ReadyLine> StartAsync()
    {
        _program?.Dispose();
        _program = ProgramProcess.Start(["--data", _data.Path, "--tls", "off", "--tasks", "instant", .. arguments]);
        return await _program.ReadyAsync();
    }

    /// <summary>Kills it where it stands.</summary>
    public Task KillAsync() => _program!.KillAsync();

    /// <summary>Kills it in a stream of calls.</summary>
    /// <param name="clients">How many call at once.</param>
    /// <param name="stream">The calls of the client of that number, which end when the program is gone.</param>
    /// <param name="enough">Whether it has answered enough.</param>
    public async Task KillAmidAsync(int clients, Func<int, Task> stream, Func<bool> enough)
    {
        Task[] streams = [.. Enumerable.Range(0, clients).Select(stream)];
        while (!enough())
        {
            Assert.DoesNotContain(streams, s => s.IsFaulted);
            await Task.Yield();
        }

        await KillAsync();
        await Task.WhenAll(streams);
    }

    /// <summary>Calls again and again, up to a number of times, until the program is gone; what it did not acknowledge may be gone with it.</summary>
    public static async Task UntilCutAsync(int most, Func<Task> call)
    {
        try
        {
            for (int i = 0; i < most; i++)
            {
                await call();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    public void Dispose()
    {
        _program?.Dispose();
        _data.Dispose();
    }
}
