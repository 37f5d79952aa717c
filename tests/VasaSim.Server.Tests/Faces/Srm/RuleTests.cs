using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Injection;
using VasaSim.Server.Tests.Journal;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What rules do to calls, and how calls stand in the journal.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("{ match: { operation: getPairings }, do: { fault: dr.fault.InternalError } }", 500, "dr.fault.InternalError")]
    [InlineData("{ match: { operation: getPairings }, do: { fault: { type: dr.fault.NoPermission, message: By rule. } } }", 403, "dr.fault.NoPermission")]
    [InlineData("{ match: { face: srm }, do: { fault: { type: dr.fault.DbLocked, status: 500 } } }", 500, "dr.fault.DbLocked")]
    [InlineData("{ match: { face: srm, protocol: rest, site: A }, do: { fault: { type: dr.fault.InvalidArgument, status: 400 } } }", 400, "dr.fault.InvalidArgument")]
    public async Task An_error_by_rule_has_its_code_and_status(string rule, int status, string code)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Simulator.RulesAsync($"  - {rule}");

        SrmReply reply = await stage.Client.GetAsync("/pairings");

        Assert.Equal((status, code), (reply.Status, reply.Code));
        JsonNode call = (await stage.Simulator.CallsAsync())[^1];
        Assert.Equal((code, "srm", "rest", "getPairings", "r1"), ((string?)call["outcome"], (string?)call["face"], (string?)call["protocol"], (string?)call["operation"], (string?)call["rules"]![0]));
    }

    [Theory]
    [InlineData("dr.fault.NotAuthenticated", 401)]
    [InlineData("dr.fault.NotFound", 404)]
    public async Task Errors_that_have_no_body_have_none_by_rule_either(string code, int status)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: getPairing }}, do: {{ fault: {code} }} }}");

        SrmReply reply = await stage.Client.GetAsync(stage.Client.Pairing);

        Assert.Equal((status, null), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("{ match: { operation: getPairings }, do: { fault: dr.fault.NotFound } }", "does not raise")]
    [InlineData("{ match: { face: srm }, do: { fault: dr.fault.Mistyped } }", "status is needed")]
    [InlineData("{ match: { operation: createArrayManager }, do: { fault: dr.fault.InternalError, as: taskError } }", "does not raise")]
    [InlineData("{ match: { face: srm }, do: { fault: { type: dr.fault.X, status: 404 } } }", "400, 403 or 500")]
    [InlineData("{ match: { face: srm }, do: { fault: { type: dr.fault.NotFound, status: 500 } } }", "400, 403 or 500")]
    [InlineData("{ match: { face: srm }, do: { fault: { type: SomethingElse, status: 500 } } }", "begin with dr.fault.")]
    [InlineData("{ match: { face: srm }, do: { fault: { type: dr.fault.InternalError, op_id: x } } }", "no such member")]
    public async Task A_rule_that_makes_no_sense_is_refused(string rule, string expected)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using StringContent text = new($"version: 1\nrules:\n  - {rule}\n", System.Text.Encoding.UTF8, "application/yaml");

        using HttpResponseMessage answer = await stage.Simulator.Control.PutAsync(new Uri("/_sim/v1/rules", UriKind.Relative), text, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_found_by_the_site_and_the_group_that_they_are_about()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        await stage.Simulator.RulesAsync(
            """
              - { match: { face: srm, groups: { id: rg-01-t } }, do: { fault: dr.fault.NoPermission } }
              - { match: { face: srm, site: B }, do: { fault: dr.fault.InternalError } }
            """);

        Assert.Equal("dr.fault.NoPermission", (await stage.Client.GetAsync($"{stage.PeerDomains}/fd-b1/replication-groups/fd-b1:rg-01-t")).Code);
        Assert.Equal("dr.fault.InternalError", (await stage.Client.GetAsync(stage.PeerDomains)).Code);
        Assert.Equal(200, (await stage.Client.GetAsync(stage.Domains)).Status);
        JsonNode call = (await stage.Simulator.CallsAsync())[^3];
        Assert.Equal(("replication_group:fd-b1:rg-01-t", "B"), ((string?)call["target"], (string?)call["site"]));
    }

    [Fact]
    public async Task No_secret_leaves_the_journal_and_its_line_for_curl_goes_to_the_port_that_was_called()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient peer = await stage.AtPeer().AsAsync();
        await stage.Client.WithRemoteAsync();
        await stage.Client.PostAsync("/pairings", """{"pair_psc_info":{"url":"x","port":443,"thumbprint":null,"username":"u","password":"s3cret"},"pair_vc_guid":"x"}""");
        await stage.Client.SendAsync("DELETE", "/session");
        await peer.GetAsync("/tasks");

        JournalClient journal = new(stage.Simulator);
        string text = await journal.TextAsync(JournalClient.Path);
        string curl = "";
        foreach (JsonNode call in await journal.ListAsync())
        {
            foreach (string form in new[] { "", "?as=raw", "?as=curl" })
            {
                text += curl = await journal.TextAsync($"{JournalClient.Path}/{call["number"]}{form}");
            }
        }

        Assert.EndsWith($" '{stage.Simulator.Host.SrmPeerUri!.GetLeftPart(UriPartial.Authority)}/api/rest/srm/v2/tasks'\n", curl, StringComparison.Ordinal);
        Assert.Contains("x-dr-session: ***", text, StringComparison.OrdinalIgnoreCase);
        foreach (string secret in new[] { "s3cret", stage.Client.Session!, peer.Session!, SrmClient.Basic(SrmClient.Administrator, SrmClient.Password)[6..] })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }
}
