using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>
/// What is asked about a few replications costs the same however many others there are. The cost is what is allocated, which
/// is the same on every machine; a list that is copied, sorted or described as a whole shows in it.
/// </summary>
public sealed class CostTests
{
    private const int Few = 10;
    private const int Many = 10_000;

    // Room for what differs by chance, such as the digits of a number. A reference to each of the many takes 80 000.
    private const long Room = 512;

    [Fact]
    public async Task A_page_and_a_single_read_cost_the_same_with_few_and_with_many_replications()
    {
        await using CrowdedClouds few = await CrowdedClouds.StartAsync(Few);
        await using CrowdedClouds many = await CrowdedClouds.StartAsync(Many);

        foreach ((string name, Func<CrowdedClouds, Task<string>> urlOf, int items) in Questions())
        {
            (long withFew, string reply) = await few.AskAsync(await urlOf(few));
            (long withMany, string other) = await many.AskAsync(await urlOf(many));

            Assert.True(Math.Abs(withMany - withFew) <= Room, $"{name}: {withFew} bytes with {Few} replications, {withMany} with {Many}.");
            Assert.Equal((items, items), (ItemsIn(reply), ItemsIn(other)));
        }
    }

    [Fact]
    public async Task Time_that_passes_costs_the_same_with_few_and_with_many_replications()
    {
        await using CrowdedClouds few = await CrowdedClouds.StartAsync(Few);
        await using CrowdedClouds many = await CrowdedClouds.StartAsync(Many);

        long withFew = await few.AdvanceAsync();
        long withMany = await many.AdvanceAsync();

        Assert.True(Math.Abs(withMany - withFew) <= Room, $"{withFew} bytes with {Few} replications, {withMany} with {Many}.");
    }

    private static IEnumerable<(string Name, Func<CrowdedClouds, Task<string>> UrlOf, int Items)> Questions()
    {
        foreach (string of in new[] { "vm", "vapp" })
        {
            yield return ($"{of}: first page", _ => Task.FromResult($"/{of}-replications?limit=5"), 5);
            yield return ($"{of}: last page", c => Task.FromResult($"/{of}-replications?limit=5&offset={c.Count - 5}"), 5);
            yield return ($"{of}: behind the last page", c => Task.FromResult($"/{of}-replications?limit=5&offset={c.Count}"), 0);
            yield return ($"{of}: one by its id", async c => $"/{of}-replications?ids={await c.IdAsync(of, c.Count - 1)}&offset=0&limit=100&sourceSiteType=vcloud", 1);
            yield return ($"{of}: first", async c => $"/{of}-replications/{await c.IdAsync(of, 0)}", 1);
            yield return ($"{of}: last", async c => $"/{of}-replications/{await c.IdAsync(of, c.Count - 1)}", 1);
            yield return ($"{of}: networks", async c => $"/{of}-replications/{await c.IdAsync(of, c.Count - 1)}/network-settings", 1);
        }

        yield return ("instances", async c => $"/vm-replications/{await c.IdAsync("vm", c.Count - 1)}/instances", 3);
        yield return ("traffic", async c => $"/vm-replications/{await c.IdAsync("vm", c.Count - 1)}/rt-traffic", 1);
        yield return ("tasks", _ => Task.FromResult("/tasks"), 3);
        yield return ("a replication's tasks", async c => $"/tasks?resourceId={await c.IdAsync("vm", 0)}", 1);
        yield return ("about", _ => Task.FromResult("/diagnostics/about"), 1);
    }

    private static int ItemsIn(string reply) => JsonNode.Parse(reply) switch
    {
        JsonArray list => list.Count,
        JsonObject page when page.ContainsKey("items") => page["items"]!.AsArray().Count,
        _ => 1,
    };
}
