using System.Text.Json.Nodes;
using VasaSim.Core.Lab;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The pairing and its servers, field by field.</summary>
public sealed class PairingTests
{
    [Fact]
    public async Task The_pairing_is_told_from_both_sides()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        using SrmClient peer = await (await stage.AtPeer().AsAsync()).WithRemoteAsync();

        SrmReply here = await stage.Client.GetAsync(stage.Client.Pairing);
        SrmReply there = await peer.GetAsync(peer.Pairing);

        Assert.Equal((string?)here["pairing_id"], (string?)there["pairing_id"]);
        Assert.True(JsonNode.DeepEquals(here["local_vc_server"], there["remote_vc_server"]));
        Assert.True(JsonNode.DeepEquals(here["remote_srm_server"], there["local_srm_server"]));
        Assert.Empty(here.Gaps);
        JsonNode vcenter = here["local_vc_server"]!;
        Assert.Equal(
            """{"id":"ID","url":"https://vc-a.sim.local:443/sdk","name":"vc-a.sim.local","server_status":"OK","certificates":null,"certificate_warnings":null,"version":"8.0.3"}""",
            vcenter.ToJsonString().Replace((string)vcenter["id"]!, "ID", StringComparison.Ordinal));
        Assert.Equal("A", (string?)here["local_srm_server"]!["name"]);
        Assert.Equal("B", (string?)here["remote_srm_server"]!["name"]);
        Assert.Equal(stage.Simulator.Host.SrmPeerUri!.GetLeftPart(UriPartial.Authority), (string?)here["remote_srm_server"]!["url"]);
        Guid[] ids = [.. new[] { "local_vc_server", "remote_vc_server", "local_srm_server", "remote_srm_server" }.Select(s => Guid.Parse((string)here[s]!["id"]!))];
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_first_vcenter_has_the_id_that_it_tells_of_itself_and_ids_are_the_same_in_every_run()
    {
        await using SrmStage one = await SrmStage.StartAsync();
        await using SrmStage two = await SrmStage.StartAsync();

        using HttpResponseMessage answer = await one.Simulator.Http.PostAsync(new Uri("/sdk", UriKind.Relative), new StringContent(
            """<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent></Body></Envelope>"""), TestContext.Current.CancellationToken);

        Assert.Contains($"<instanceUuid>{one.VcenterHere}</instanceUuid>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((one.Client.Pairing, one.Here, one.Peer, one.Client.Session), (two.Client.Pairing, two.Here, two.Peer, two.Client.Session));
    }

    [Fact]
    public async Task Without_a_login_there_the_other_sites_servers_are_named_and_no_more()
    {
        await using SrmStage stage = await SrmStage.StartAsync();

        SrmReply list = await stage.Client.GetAsync("/pairings");
        SrmReply single = await stage.Client.GetAsync(stage.Client.Pairing);

        JsonNode remote = list.List[0]!["remote_vc_server"]!;
        Assert.Equal(("vc-b.sim.local", "WARNING", null, null), ((string?)remote["name"], (string?)remote["server_status"], (string?)remote["version"], remote["certificates"]));
        Assert.Equal("OK", (string?)list.List[0]!["local_vc_server"]!["server_status"]);
        Assert.Equal(["$.list[0].remote_vc_server", "$.list[0].remote_srm_server"], list.Gaps.Select(g => (string?)g!["field"]));
        Assert.Equal(["$.remote_vc_server", "$.remote_srm_server"], single.Gaps.Select(g => (string?)g!["field"]));
        Assert.All(single.Gaps, g => Assert.StartsWith("Session is not authenticated", (string?)g!["message"], StringComparison.Ordinal));
        await stage.CutAsync();
        SrmReply down = await stage.Client.GetAsync(stage.Client.Pairing);
        Assert.Equal("ERROR", (string?)down["remote_srm_server"]!["server_status"]);
        Assert.All(down.Gaps, g => Assert.Equal("dr.fault.RemoteSiteNotReachable", (string?)g!["code"]));
    }

    [Fact]
    public async Task Servers_are_listed_and_asked_for_one_by_one()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        SrmReply partial = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms");
        await stage.Client.WithRemoteAsync();

        SrmReply srms = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms");
        SrmReply vcenters = await stage.Client.GetAsync($"{stage.Client.Pairing}/vcenters");
        SrmReply info = await stage.Client.GetAsync("/server/info");

        Assert.Equal(["$.list[1]"], partial.Gaps.Select(g => (string?)g!["field"]));
        Assert.Empty(srms.Gaps);
        Assert.Equal([stage.Here, stage.Peer], srms.List.Select(s => (string?)s!["id"]));
        Assert.Equal(
            ["id", "url", "name", "server_status", "certificates", "certificate_warnings", "version", "vc_guid", "vc_name", "extension_key"],
            srms.List[1]!.AsObject().Select(m => m.Key).OrderBy(k => k is "vc_guid" or "vc_name" or "extension_key" ? 1 : 0));
        Assert.Equal(("8.8.0", "vc-b.sim.local", "com.vmware.vcDr"), ((string?)srms.List[1]!["version"], (string?)srms.List[1]!["vc_name"], (string?)srms.List[1]!["extension_key"]));
        Assert.Equal((string?)vcenters.List[1]!["id"], (string?)srms.List[1]!["vc_guid"]);
        Assert.Equal((stage.Here, "A"), ((string?)info["id"], (string?)info["name"]));
        foreach (JsonNode? server in srms.List)
        {
            SrmReply single = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms/{((string)server!["id"]!).ToUpperInvariant()}");
            Assert.Equal((string?)server["name"], (string?)single["name"]);
            Assert.Empty(single.Gaps);
        }

        foreach (JsonNode? server in vcenters.List)
        {
            Assert.Equal((string?)server!["name"], (string?)(await stage.Client.GetAsync($"{stage.Client.Pairing}/vcenters/{(string?)server["id"]}"))["name"]);
        }
    }

    [Fact]
    public async Task With_tls_servers_have_the_certificate_that_they_show()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Tls = true });
        string? shown = null;
        using HttpClientHandler handler = new()
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                shown = certificate!.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
                return true;
            },
        };
        using HttpClient http = new(handler) { BaseAddress = simulator.Host.SrmPeerUri };
        using HttpRequestMessage login = new(HttpMethod.Post, "/api/rest/srm/v2/session");
        login.Headers.TryAddWithoutValidation("Authorization", SrmClient.Basic(SrmClient.Administrator, SrmClient.Password));
        using HttpResponseMessage session = await http.SendAsync(login, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Add("x-dr-session", (string)JsonNode.Parse(await session.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["session_id"]!);

        JsonNode certificate = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/rest/srm/v2/server/info", UriKind.Relative), TestContext.Current.CancellationToken))!["certificates"]![0]!;

        Assert.Equal(shown, ((string?)certificate["thumbprint"])?.Replace(":", "", StringComparison.Ordinal));
        Assert.Equal(("CN=vc-a.sim.local, O=VasaSim", "CN=VasaSim local CA, O=VasaSim", 3), ((string?)certificate["subject_dn"], (string?)certificate["issuer_dn"], (int)certificate["version"]!));
        Assert.True((long)certificate["not_before"]! < (long)certificate["not_after"]!);
    }

    [Fact]
    public async Task There_are_issues_while_the_other_site_does_not_answer()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        SrmReply unknown = await stage.Client.GetAsync($"{stage.Client.Pairing}/issues");
        await stage.Client.WithRemoteAsync();
        SrmReply none = await stage.Client.GetAsync($"{stage.Client.Pairing}/issues");
        await stage.CutAsync();

        SrmReply down = await stage.Client.GetAsync($"{stage.Client.Pairing}/issues");
        SrmReply srm = await stage.Client.GetAsync($"{stage.Client.Pairing}/srms/{stage.Here}/issues");

        Assert.Equal(["$.list"], unknown.Gaps.Select(g => (string?)g!["field"]));
        Assert.Empty(none.List);
        Assert.Empty(none.Gaps);
        Assert.Equal(["SRM", "VC"], down.List.Select(i => (string?)i!["issue_type"]));
        JsonNode issue = srm.List.Single()!;
        Assert.Equal(
            (stage.Peer, "B", "The connection to 'B' is down.", "ERROR", "SRM"),
            ((string?)issue["entity"], (string?)issue["entity_name"], (string?)issue["description"], (string?)issue["status"], (string?)issue["issue_type"]));
        Assert.InRange((long)issue["timestamp"]!, Simulator.StartTime.ToUnixTimeMilliseconds(), Simulator.StartTime.ToUnixTimeMilliseconds() + 10);
    }

    [Fact]
    public async Task Testers_are_told_where_it_is()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode info = JsonNode.Parse(await simulator.Control.GetStringAsync(new Uri("/_sim/info", UriKind.Relative), TestContext.Current.CancellationToken))!;

        Assert.Equal(new Uri(simulator.Host.ProductUri, "/api/rest/srm").AbsoluteUri, (string?)info["urls"]!["srm"]);
        Assert.Equal(new Uri(simulator.Host.SrmPeerUri!, "/api/rest/srm").AbsoluteUri, (string?)info["urls"]!["srmPeer"]);
        Assert.Equal(simulator.Host.SrmPeerUri!.Port, (int)info["ports"]!["srmPeer"]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_lab_that_has_not_just_two_sites_has_nothing_of_it(int sites)
    {
        LabDefinition lab = new() { Name = "other", Sites = [.. Enumerable.Range(1, sites).Select(i => new SiteDefinition { Id = $"S{i}", VCenter = $"vc-{i}.sim.local" })] };
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { Lab = lab } });

        Assert.Null(simulator.Host.SrmPeerUri);
        using HttpResponseMessage answer = await simulator.Http.GetAsync(new Uri("/api/rest/srm/v2/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }
}
