using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Storage;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class FailedStoreTests
{
    public static bool IsWindows => OperatingSystem.IsWindows();

    [Fact(Skip = "Windows does not let anybody remove a lock's file.", SkipWhen = nameof(IsWindows))]
    public async Task A_simulator_whose_store_failed_is_live_but_not_ready_and_stops()
    {
        using TempDirectory data = new();
        using ProgramProcess program = ProgramProcess.Start("--data", data.Path, "--tls", "off");
        using HttpClient control = new() { BaseAddress = (await program.ReadyAsync()).Control };
        await WriteBehindItsBackAsync(data);

        using StringContent patch = new("""{"up":false}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage refused = await control.PatchAsync(
            new Uri("/_sim/v1/links/fd-a1/fd-b1", UriKind.Relative), patch, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        using HttpResponseMessage ready = await control.GetAsync(new Uri("/_sim/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        JsonObject problem = (await ready.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        Assert.Equal("store", (string?)problem["parts"]![0]!["part"]);
        Assert.Contains(data.File("world.db"), (string)problem["parts"]![0]!["detail"]!, StringComparison.Ordinal);

        using HttpResponseMessage live = await control.GetAsync(new Uri("/_sim/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        (int code, _, string error) = await program.StopAsync();
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("another program has written into the file", error, StringComparison.Ordinal);
    }

    // With the lock's file gone nothing keeps a second store away.
    private static async Task WriteBehindItsBackAsync(TempDirectory data)
    {
        File.Delete(data.File("world.db.lock"));
        await using IWorldStore store = WorldStores.OpenSqlite(data.File("world.db"), Durability.Normal);
        StoredWorld stored = await store.LoadAsync(TestContext.Current.CancellationToken);
        Counters counters = stored.Entities.OfType<Counters>().Single();
        await store.CommitAsync(new WorldChanges { Revision = stored.Revision + 1, Changes = [new EntityChange(counters.Key, counters)] });
    }
}
