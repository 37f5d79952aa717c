using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Faults.Actions;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Rules that let a call believe what is not so: of the other site, and of the protection of machines.</summary>
public sealed class DeceptionTests
{
    private const string Down = "dr.fault.RemoteSiteNotReachable";
    private const string NotAuthenticated = "dr.fault.RemoteSiteNotAuthenticated";

    [Theory]
    [InlineData("down", Down)]
    [InlineData("notAuthenticated", NotAuthenticated)]
    public async Task The_other_site_is_missing_for_the_calls_of_a_rule(string word, string code)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.Simulator.RulesAsync($"  - {{ match: {{ face: srm }}, when: {{ calls: 1-4 }}, do: {{ peer: {word} }} }}");

        SrmReply servers = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms");
        SrmReply machines = await stage.Client.GetAsync($"{stage.Groups.Path}/vms");
        SrmReply refused = await stage.ActAsync("reprotect");
        SrmReply works = await stage.Client.GetAsync(stage.Path);
        SrmReply after = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms");

        Assert.Equal((200, code), (servers.Status, (string?)servers.Gaps[0]!["code"]));
        Assert.Equal(word == "down" ? "ERROR" : "WARNING", (string?)servers.List[1]!["server_status"]);
        Assert.Equal((200, true), (machines.Status, machines.Gaps.Count > 0 && machines.List.All(m => m!["protection_info"] is null)));
        Assert.Equal((500, code), (refused.Status, refused.Code));
        Assert.Equal(200, works.Status);
        Assert.Equal((200, 0), (after.Status, after.Gaps.Count));
    }

    [Fact]
    public async Task A_site_that_is_down_by_rule_is_an_issue_of_the_pairing()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        await stage.Simulator.RulesAsync("  - { match: { operation: getPairingIssues }, when: { calls: 1 }, do: { peer: down } }");

        Assert.Equal(2, (await stage.Client.GetAsync($"{stage.Client.Pairing}/issues")).List.Count);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Client.Pairing}/issues")).List);
    }

    [Fact]
    public async Task A_link_that_a_rule_cuts_is_down_for_all()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.SetLinkAsync("fd-a1", "fd-n1", false);
        await stage.Groups.Stage.Simulator.RulesAsync("  - { match: { operation: getRecoveryPlan }, do: { state: { link: down, for: 10m } } }");

        await stage.Client.GetAsync(stage.Path);

        SrmReply servers = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms");
        Assert.Equal((200, true), (servers.Status, servers.Gaps.Count > 0));
        Assert.Equal(Down, (await stage.ActAsync("reprotect")).Code);
        await stage.Groups.AdvanceAsync("11m");
        Assert.Empty((await stage.Client.GetAsync($"{stage.Client.Pairing}/srms")).Gaps);
    }

    public static TheoryData<string> Statuses => [.. ProtectionStatusSpec.Statuses];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_machine_shows_the_status_of_a_rule(string status)
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        await stage.Stage.Simulator.RulesAsync($"  - {{ match: {{ operation: getGroupVm* }}, do: {{ protectionStatus: {{ status: {status}, errors: [By rule.], machines: vm-102 }} }} }}");

        Assert.Equal(("OK", null), await stage.StatusAsync("vm-101"));
        (string Status, JsonNode? Errors) told = await stage.StatusAsync("vm-102");
        Assert.Equal((status, """["By rule."]"""), (told.Status, told.Errors!.ToJsonString()));
        JsonNode one = (await stage.Client.GetAsync($"{stage.Path}/vms/{stage.Vm("vm-102")}"))["protection_status_details"]!;
        Assert.Equal(status, (string?)one["status"]);
        await stage.Stage.Simulator.RulesAsync("  - { match: { operation: login }, do: { latency: 0s } }");
        Assert.Equal(("OK", null), await stage.StatusAsync("vm-102"));
    }

    [Fact]
    public void Rules_know_all_statuses() => Assert.Equal(
        Enum.GetValues<ProtectionStatus>().Select(s => JsonNamingPolicy.SnakeCaseUpper.ConvertName(s.ToString())), ProtectionStatusSpec.Statuses);

    [Fact]
    public async Task Of_a_group_over_several_replication_groups_the_machines_of_one_show_it()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        await stage.Client.PostAsync($"{stage.Path}/actions/reconfigure", """{"name":"pg-gold","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-01"},{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}]}}""");
        await stage.Stage.Simulator.RulesAsync(
            """
              - { match: { groups: { id: rg-03 } }, do: { protectionStatus: { status: INVALID } } }
              - { do: { protectionStatus: { status: LOADING } }, when: { calls: 1 } }
            """);

        string[] first = await StatusesAsync();
        string[] second = await StatusesAsync();

        Assert.Equal(["LOADING", "LOADING", "INVALID"], first);
        Assert.Equal(["OK", "OK", "INVALID"], second);

        async Task<string[]> StatusesAsync() =>
            [.. (await stage.Client.GetAsync($"{stage.Path}/vms")).List.Select(m => (string)m!["protection_status_details"]!["status"]!)];
    }
}
