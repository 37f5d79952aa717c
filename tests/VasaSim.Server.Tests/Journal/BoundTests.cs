using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Journal;

/// <summary>How much the journal keeps, and how it is read and cleared.</summary>
public sealed class BoundTests
{
    [Fact]
    public async Task The_oldest_go_first_and_are_counted()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { JournalEntries = 3 } });
        await CallAsync(simulator, 5);

        JsonNode list = await new JournalClient(simulator).GetAsync(JournalClient.Path);

        Assert.Equal([3, 4, 5], Numbers(list));
        Assert.Equal(2, (int)list["dropped"]!);
    }

    [Fact]
    public async Task Bytes_count_as_well()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { JournalBytes = 5_000 } });
        await CallAsync(simulator, 20);

        int kept = Numbers(await new JournalClient(simulator).GetAsync(JournalClient.Path)).Count();

        // Each request and reply has about a thousand bytes.
        Assert.InRange(kept, 1, 8);
    }

    [Fact]
    public async Task Without_entries_it_is_off()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { JournalEntries = 0 } });
        await CallAsync(simulator, 2);

        JsonNode list = await new JournalClient(simulator).GetAsync(JournalClient.Path);

        Assert.Empty(Numbers(list));
        Assert.Equal(0, (int)list["next"]!);
    }

    [Fact]
    public async Task Numbers_are_not_used_again_after_it_was_cleared()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await CallAsync(simulator, 2);

        using HttpResponseMessage cleared = await simulator.Control.DeleteAsync(
            new Uri(JournalClient.Path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"cleared\": 2", await cleared.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await CallAsync(simulator, 1);

        Assert.Equal([3], Numbers(await new JournalClient(simulator).GetAsync(JournalClient.Path)));
    }

    [Theory]
    [InlineData("", "1 2 3 4 5 6", 6)]
    [InlineData("?limit=2", "5 6", 6)]
    [InlineData("?since=2&limit=2", "3 4", 4)]
    [InlineData("?since=6", "", 6)]
    [InlineData("?operation=Query*", "1 2 3 4", 6)]
    [InlineData("?operation=Query*&since=0&limit=3", "1 2 3", 3)]
    [InlineData("?operation=sync*&operation=CurrentTime", "5 6", 6)]
    [InlineData("?fault=*", "4 6", 6)]
    [InlineData("?fault=none", "1 2 3 5", 6)]
    [InlineData("?fault=InvalidSession", "4", 6)]
    [InlineData("?group=rg-01-t", "5 6", 6)]
    [InlineData("?group=fd-b1/rg-0?-t&fault=none", "5", 6)]
    [InlineData("?user=admin*", "1 2 3 5 6", 6)]
    [InlineData("?user=viewer*", "", 6)]
    [InlineData("?client=python*", "1 2 3 4 5 6", 6)]
    [InlineData("?protocol=json", "", 6)]
    public async Task A_query_says_which_are_shown_and_where_to_go_on(string query, string numbers, long next)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        simulator.Http.DefaultRequestHeaders.UserAgent.ParseAdd("python-requests/2");
        await CallAsync(simulator, 3);
        await simulator.Client().CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
        SmsClient client = SmsClient.LogIn(simulator);
        SyncReplicationGroupRequest sync = new() { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "x" };
        await client.Soap.CallAsync(SmsClient.Provider(3), sync);
        await client.Soap.CallAsync(SmsClient.Provider(99), sync);

        JsonNode list = await new JournalClient(simulator).GetAsync(JournalClient.Path + query);

        Assert.Equal(numbers, string.Join(' ', Numbers(list)));
        Assert.Equal(next, (long)list["next"]!);
    }

    [Theory]
    [InlineData("?since=-1&limit=0&opration=x", "?since ?limit ?opration", "did you mean operation?")]
    [InlineData("/7", null, "The journal has no call '7'.")]
    public async Task What_makes_no_sense_is_told(string path, string? pointers, string text)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using HttpResponseMessage response = await simulator.Control.GetAsync(
            new Uri(JournalClient.Path + path, UriKind.Relative), TestContext.Current.CancellationToken);

        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(pointers is null ? 404 : 400, (int)response.StatusCode);
        Assert.Contains(text, answer, StringComparison.Ordinal);
        Assert.Equal(pointers, JsonNode.Parse(answer)!["errors"] is { } errors ? string.Join(' ', errors.AsArray().Select(e => e!["pointer"])) : null);
    }

    private static async Task CallAsync(Simulator simulator, int times)
    {
        SmsClient client = SmsClient.LogIn(simulator);
        for (int i = 0; i < times; i++)
        {
            await client.Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
        }
    }

    private static IEnumerable<long> Numbers(JsonNode list) => list["calls"]!.AsArray().Select(c => (long)c!["number"]!);
}
