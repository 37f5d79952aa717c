using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What there is, and what is said of what is not simulated.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Every_published_operation_is_there_and_no_other()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using SrmClient client = new(simulator.Host.ProductUri);

        string[] published = PublishedOperations.Lines.Split('\n', StringSplitOptions.TrimEntries);
        string[] served = await LinesAsync(client);

        Assert.Equal(150, published.Length);
        Assert.Equal(113, published.Select(l => l.Split(' ')[1]).Distinct().Count());
        Assert.Equal(published.Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Version_1_lacks_what_came_with_version_2()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using SrmClient first = new(simulator.Host.ProductUri, "v1");
        using SrmClient second = new(simulator.Host.ProductUri);

        string[] missing = [.. (await LinesAsync(second)).Except(await LinesAsync(first))];

        Assert.Equal(12, missing.Length);
        Assert.All(missing, l => Assert.Contains("/replication-management/abr/", l, StringComparison.Ordinal));
        Assert.Equal(404, (await (await first.AsAsync()).GetAsync($"{first.Pairing}/srms/x/replication-management/abr/storage-adapters")).Status);
    }

    [Fact]
    public async Task What_is_not_simulated_says_so_in_a_documented_error()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        int found = 0;
        foreach ((string path, JsonNode? verbs) in (await stage.Client.SchemasAsync()).Document["paths"]!.AsObject())
        {
            foreach ((string verb, JsonNode? operation) in verbs!.AsObject().Where(v => (string?)v.Value!["description"] == "Not simulated."))
            {
                SrmReply reply = await stage.Client.SendAsync(verb.ToUpperInvariant(), Filled(stage, path), "{}");

                Assert.Equal((500, SrmClient.NotSimulated), (reply.Status, reply.Code));
                Assert.Contains((string)operation!["operationId"]!, reply.Message, StringComparison.Ordinal);
                found++;
            }
        }

        Assert.Equal(22, found);
    }

    [Theory]
    [InlineData("/pairings/none/protection-management/groups")]
    [InlineData("{pairing}/srms/none/replication-management/abr/array-pairs")]
    [InlineData("{pairing}/vcenters/none/inventory/compute")]
    public async Task What_is_not_simulated_is_first_refused_for_its_path(string path)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string filled = path.Replace("{pairing}", stage.Client.Pairing, StringComparison.Ordinal);

        Assert.Equal(404, (await stage.Client.GetAsync(filled)).Status);
        stage.Client.Session = null;
        Assert.Equal(401, (await stage.Client.GetAsync(filled)).Status);
    }

    [Fact]
    public async Task Who_may_only_look_may_not_change_and_the_other_way_round()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string groups = $"{stage.Client.Pairing}/protection-management/groups";
        using SrmClient viewer = await stage.Other().AsAsync("viewer@sim.local");
        using SrmClient config = await stage.Other().AsAsync("config@sim.local");
        using SrmClient nobody = await stage.Other().AsAsync("nobody@sim.local");

        SrmReply refused = await viewer.PostAsync(groups, "{}");

        Assert.Equal((403, "dr.fault.NoPermission"), (refused.Status, refused.Code));
        Assert.Equal(200, (await viewer.GetAsync(groups)).Status);
        Assert.Equal(403, (await config.GetAsync("/pairings")).Status);
        Assert.Equal("dr.fault.RemoteSiteNotAuthenticated", (await config.PostAsync(groups, "{}")).Code);
        Assert.Equal(403, (await nobody.GetAsync("/tasks")).Status);
        Assert.Equal(200, (await nobody.GetAsync("/session")).Status);
    }

    private static async Task<string[]> LinesAsync(SrmClient client) =>
        [.. (await client.SchemasAsync()).Operations.Select(o => $"{o.Verb.ToUpperInvariant()} {o.Path} {(string?)o.Operation["operationId"]} {ContractOf(o.Operation)}")];

    private static string ContractOf(JsonObject operation) => operation["x-dr-remote-site-connectivity-contract"] is { } contract
        ? $"{((string)contract["not-authenticated"]!)[0]}/{((string)contract["server-down"]!)[0]}"
        : "-/-";

    private static string Filled(SrmStage stage, string path) => Regex.Replace(
        path.Replace("/pairings/{pairing_id}", stage.Client.Pairing, StringComparison.Ordinal)
            .Replace("{srm_id}", stage.Here, StringComparison.Ordinal)
            .Replace("{vcenter_id}", stage.VcenterHere, StringComparison.Ordinal),
        @"\{\w+\}", "x");
}
