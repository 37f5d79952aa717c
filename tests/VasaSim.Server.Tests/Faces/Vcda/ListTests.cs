using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Lists: filters, pages, order, and who sees what.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Every_filter_of_machines_keeps_what_fits_and_nothing_else()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        JsonNode one = (await stage.Client.GetAsync($"/vm-replications/{id}")).Body!;
        await stage.Client.PatchAsync($"/vm-replications/{id}/chown", new JsonObject { ["owner"] = "orgB@cloud-b" });
        JsonNode vim = one["vimLocation"]!;

        (string Name, string Fits, string FitsNot)[] filters =
        [
            ("owner", "orgB@cloud-b", "orgA@cloud-a"), ("sourceSite", "cloud-a", "cloud-b"), ("sourceSiteType", "vcloud", "vcenter"),
            ("sourceOrg", "orgA", "orgB"), ("sourceVdcId", (string)one["source"]!["vdcId"]!, stage.Vdc), ("sourceVdcName", "vdc-a1", "vdc-b1"),
            ("destinationSiteType", "vcloud", "vcenter"), ("destinationOrg", "orgB", "orgA"), ("destinationVdcId", stage.Vdc, "x"),
            ("destinationVdcName", "vdc-b1", "vdc-b2"), ("isMigration", "false", "true"), ("vmId", (string)one["vmId"]!, "vm-1"),
            ("vmName", ((string)one["vmName"]!)[1..].ToUpperInvariant(), "no-such"), ("storageProfile", (string)one["storageProfile"]!, "x"),
            ("ids", $"x,{id}", "x,y"), ("dataConnectionState", (string)one["dataConnectionState"]!, "PRUNING"), ("overallHealth", (string)one["overallHealth"]!, "RED"),
            ("lastUpdatedAfter", "0", "99999999999999"), ("lastUpdatedBefore", "99999999999999", "0"),
            ("vimServerInstanceUuid", (string)vim["vimServerInstanceUuid"]!, "x"), ("datastoreMoref", "datastore-61", "datastore-1"),
            ("site", "cloud-b", "cloud-b&vmName=no-such"),
        ];
        foreach ((string name, string fits, string fitsNot) in filters)
        {
            VcdaReply found = await stage.Client.GetAsync($"/vm-replications?{name}={fits}");
            Assert.True(found.Items.Any(r => (string?)r!["id"] == id), $"{name}={fits}");
            Assert.Equal(found.Items.Count, (int)found["total"]!);
            Assert.True((await stage.Client.GetAsync($"/vm-replications?{name}={fitsNot}")).Items.All(r => (string?)r!["id"] != id), $"{name}={fitsNot}");
        }

        foreach (string none in new[] { "recoveredVappId", "recoveredVmId", "slaProfileId", "slaProfileName", "sourceVimServerUuid" })
        {
            Assert.Empty((await stage.Client.GetAsync($"/vm-replications?{none}=x")).Items);
        }

        Assert.NotEmpty((await stage.Client.GetAsync("/vm-replications?owner=&unknown=1&offset=0&limit=100&sourceSiteType=vcloud")).Items);
        string vapp = (string)one["vappReplicationId"]!;
        Assert.Equal(vapp, (string?)Assert.Single((await stage.Client.GetAsync($"/vapp-replications?ids={vapp}&vappName={((string)one["source"]!["vappName"]!)[1..]}&vappId={(string?)one["source"]!["vappId"]}")).Items)!["id"]);
    }

    [Theory]
    [InlineData("offset=-1")]
    [InlineData("limit=x")]
    [InlineData("isMigration=yes")]
    [InlineData("sourceSiteType=moon")]
    [InlineData("overallHealth=BLUE")]
    [InlineData("lastUpdatedAfter=noon")]
    [InlineData("sort=colour")]
    [InlineData("limit=99999999999999999999")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();

        VcdaReply reply = await stage.Client.GetAsync($"/vm-replications?{query}");

        Assert.Equal((400, "BadRequest"), (reply.Status, reply.Code));
        Assert.Contains($"'{query.Split('=')[0]}'", reply.Message, StringComparison.Ordinal);
        Assert.Contains("legal is", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_order()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.ReplicateAsync();
        string[] names = [.. (await stage.Client.GetAsync("/vm-replications?sort=vmName")).Items.Select(r => (string)r!["vmName"]!)];
        Assert.True(names.Length >= 2);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);

        VcdaReply page = await stage.Client.GetAsync("/vm-replications?sort=sourceSite,vmName-&offset=1&limit=1");

        Assert.Equal(names.Reverse().Skip(1).First(), (string?)Assert.Single(page.Items)!["vmName"]);
        Assert.Equal((names.Length, 1, 1), ((int)page["total"]!, (int)page["offset"]!, (int)page["limit"]!));
        Assert.Equal(100, (int)(await stage.Client.GetAsync("/vm-replications?limit=5000"))["limit"]!);
        Assert.Empty((await stage.Client.GetAsync("/vm-replications?offset=5000")).Items);
    }

    [Fact]
    public async Task Those_that_are_asked_for_by_their_ids_stand_in_the_order_of_the_list()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.ReplicateAsync();
        foreach (string list in new[] { "/vm-replications", "/vapp-replications" })
        {
            string[] all = [.. (await stage.Client.GetAsync(list)).Items.Select(r => (string)r!["id"]!)];
            Assert.Equal(2, all.Length);

            VcdaReply found = await stage.Client.GetAsync($"{list}?ids={all[1]},none,{all[0]},{all[1]}");

            Assert.Equal(all, found.Items.Select(r => (string)r!["id"]!));
            Assert.Equal(2, (int)found["total"]!);
            Assert.Empty((await stage.Client.GetAsync($"{list}?ids={all[0]}&sourceSite=cloud-b")).Items);
        }
    }

    [Fact]
    public async Task Whoever_belongs_to_an_organization_sees_and_touches_what_is_its_own()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        using VcdaClient own = await stage.Client.Other().AsAsync("admin@orgA");
        using VcdaClient viewer = stage.Client.Other();
        await viewer.LoginAsync(new() { ["type"] = "ssoCredentials", ["username"] = "viewer@sim.local", ["password"] = VcdaClient.Password });
        using VcdaClient nobody = stage.Client.Other();
        await nobody.LoginAsync(new() { ["type"] = "ssoCredentials", ["username"] = "nobody@sim.local", ["password"] = VcdaClient.Password });

        Assert.Contains(id, (await own.GetAsync("/vm-replications")).Items.Select(r => (string)r!["id"]!));
        Assert.Null((await own.GetAsync($"/vm-replications/{id}"))["vimLocation"]);
        Assert.Equal((403, "Forbidden"), await CodeAsync(own.PatchAsync($"/vm-replications/{id}/chown")));
        Assert.Equal((403, "Forbidden"), await CodeAsync(own.GetAsync("/vm-replications?owner=orgA@cloud-a")));
        Assert.Equal((403, "Forbidden"), await CodeAsync(own.GetAsync("/inventory/datastores")));
        Assert.Equal((401, "RemoteAuthenticationFailure"), await CodeAsync(own.PostAsync($"/vm-replications/{id}/sync")));
        Assert.Contains(id, (await viewer.GetAsync("/vm-replications")).Items.Select(r => (string)r!["id"]!));
        Assert.Equal((403, "Forbidden"), await CodeAsync(viewer.DeleteAsync($"/vm-replications/{id}")));
        Assert.Empty((await nobody.GetAsync("/vm-replications")).Items);
        Assert.Equal((403, "Forbidden"), await CodeAsync(nobody.GetAsync($"/vm-replications/{id}")));
        Assert.Empty((await nobody.GetAsync("/tasks")).Items);
        string task = (string)(await stage.Client.GetAsync("/tasks")).Items[0]!["id"]!;
        Assert.Equal((404, "TaskNotFound"), await CodeAsync(nobody.GetAsync($"/tasks/{task}")));
    }

    [Fact]
    public async Task Tasks_are_found_by_what_they_are_about()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        string sync = (string)(await stage.Client.PostAsync($"/vm-replications/{id}/sync"))["id"]!;
        long start = Simulator.StartTime.ToUnixTimeMilliseconds();

        foreach (string query in new[]
        {
            $"ids={sync}", $"resourceId={id}&startTimeAfter={start}", $"resourceType=vmReplication,site&startTimeAfter={start}",
            $"state=SUCCEEDED,FAILED&endTimeAfter={start}", $"user=administrator@System&sourceOrg=orgA&destinationOrg=orgB&startTimeAfter={start}", "sort=startTime-&limit=1",
        })
        {
            Assert.Equal(sync, (string?)Assert.Single((await stage.Client.GetAsync($"/tasks?{query}")).Items)!["id"]);
        }

        Assert.Empty((await stage.Client.GetAsync("/tasks?state=RUNNING")).Items);
        Assert.Empty((await stage.Client.GetAsync($"/tasks?startTimeBefore={start}")).Items);
        Assert.Equal((400, "BadUserInput"), await CodeAsync(stage.Client.GetAsync("/tasks?state=DONE")));
        Assert.Equal((404, "TaskNotFound"), await CodeAsync(stage.Client.GetAsync("/tasks/smsTask-1")));
    }

    private static async Task<(int, string?)> CodeAsync(Task<VcdaReply> reply) => ((await reply).Status, (await reply).Code);
}
