namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What each kind of operation does without a login at the other site, and without that site.</summary>
public sealed class ContractTests
{
    private const string Ok = "ok";
    private const string NotAuthenticated = "dr.fault.RemoteSiteNotAuthenticated";
    private const string Down = "dr.fault.RemoteSiteNotReachable";
    private const string NotFound = "404";
    private const string NotSimulated = SrmClient.NotSimulated;

    [Theory]
    [InlineData("GET", "/pairings", Ok, Ok)]
    [InlineData("GET", "/tasks", Ok, Ok)]
    [InlineData("GET", "/server/info", Ok, Ok)]
    [InlineData("GET", "{pairing}/issues", Ok, Ok)]
    [InlineData("GET", "{pairing}/srms/{here}", Ok, Ok)]
    [InlineData("GET", "{pairing}/srms/{peer}", NotAuthenticated, Down)]
    [InlineData("GET", "{pairing}/srms/{peer}/issues", NotAuthenticated, Down)]
    [InlineData("GET", "{pairing}/vcenters/{vcenter}", Ok, Ok)]
    [InlineData("GET", "{pairing}/srms/{here}/replication-management/vvol/fault-domains", Ok, Ok)]
    [InlineData("GET", "{pairing}/srms/{peer}/replication-management/vvol/fault-domains/fd-b1/replication-groups/rg-01-t", NotAuthenticated, Down)]
    [InlineData("GET", "{pairing}/protection-management/groups", Ok, Ok)]
    [InlineData("POST", "{pairing}/recovery-management/plans/x/actions/reprotect", NotAuthenticated, Down)]
    [InlineData("POST", "{pairing}/recovery-management/plans/x/actions/test", NotAuthenticated, NotFound)]
    [InlineData("DELETE", "{pairing}/recovery-management/plans/x", NotFound, NotFound)]
    [InlineData("GET", "{pairing}/srms/{here}/inventory-mappings/folders", NotAuthenticated, Down)]
    [InlineData("GET", "{pairing}/srms/{here}/replication-management/abr/array-managers", NotSimulated, Down)]
    [InlineData("GET", "{pairing}/srms/{peer}/replication-management/abr/array-managers", NotAuthenticated, Down)]
    [InlineData("DELETE", "{pairing}", NotAuthenticated, Down)]
    [InlineData("POST", "{pairing}/recovery-management/plans/x/recovery-steps/user-prompts/y/actions/dismiss-prompt", NotFound, NotFound)]
    public async Task An_operation_does_what_its_contract_says(string method, string path, string withoutLogin, string withoutSite)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string filled = path.Replace("{pairing}", stage.Client.Pairing, StringComparison.Ordinal)
            .Replace("{here}", stage.Here, StringComparison.Ordinal)
            .Replace("{peer}", stage.Peer, StringComparison.Ordinal)
            .Replace("{vcenter}", stage.VcenterHere, StringComparison.Ordinal);

        string before = await AskAsync();
        await stage.Client.WithRemoteAsync();
        string with = await AskAsync();
        await stage.CutAsync();

        Assert.Equal((withoutLogin, withoutSite), (before, await AskAsync()));
        Assert.Contains(with, new[] { Ok, NotFound, NotSimulated });

        async Task<string> AskAsync() => await stage.Client.SendAsync(method, filled) is { Status: >= 400 } failed ? failed.Code ?? $"{failed.Status}" : Ok;
    }

    [Fact]
    public async Task The_other_site_answers_while_one_link_is_up()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        string path = $"{stage.Client.Pairing}/srms/{stage.Peer}";

        await stage.SetLinkAsync("fd-a1", "fd-b1", false);
        Assert.Equal(200, (await stage.Client.GetAsync(path)).Status);
        await stage.SetLinkAsync("fd-a1", "fd-n1", false);
        Assert.Equal(Down, (await stage.Client.GetAsync(path)).Code);
        await stage.SetLinkAsync("fd-n1", "fd-a1", true);
        Assert.Equal(200, (await stage.Client.GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_an_id_says_of_the_other_site_needs_it()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string folders = $"{stage.Client.Pairing}/protection-management/inventory";
        using SrmClient here = await stage.Stage.Other().AsAsync();
        using SrmClient peer = await stage.Stage.AtPeer().AsAsync();
        string atPeer = stage.Id.Replace(stage.Stage.Here, stage.Stage.Peer, StringComparison.Ordinal);

        // The machines of the group are at the first site.
        Assert.Equal(NotAuthenticated, (await peer.SendAsync("DELETE", $"{stage.Groups}/{atPeer}")).Code);
        Assert.Equal(NotAuthenticated, (await here.SendAsync("DELETE", $"{stage.Groups}/{atPeer}")).Code);
        Assert.Equal(NotAuthenticated, (await here.PostAsync(folders, $$"""{"name":"x","location":"DrFolder:DrReplicationRootFolder:{{stage.Stage.Peer}}"}""")).Code);
        Assert.Equal(202, (await here.PostAsync(folders, """{"name":"x"}""")).Status);
        Assert.Equal(202, (await here.PostAsync($"{stage.Path}/vms/{stage.Vm("vm-101")}/actions/remove-protection")).Status);
        await stage.Stage.CutAsync();
        Assert.Equal(Down, (await here.SendAsync("DELETE", stage.Path)).Code);
        Assert.Equal(202, (await here.PostAsync($"{stage.Path}/vms/{stage.Vm("vm-102")}/actions/remove-protection")).Status);
    }

    [Fact]
    public async Task Viewed_from_the_other_site_the_first_one_is_the_peer()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient peer = await stage.AtPeer().AsAsync();

        Assert.Equal(NotAuthenticated, (await peer.GetAsync(stage.Domains)).Code);
        Assert.Equal(200, (await peer.GetAsync(stage.PeerDomains)).Status);
    }
}
