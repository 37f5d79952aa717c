using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The rules for addresses that a mapping of networks has.</summary>
public sealed class IPMappingTests
{
    private const string Rules = """
        {"name":"gold","rules":[{"name":"web","remote_subnet":"10.2.0.0/16","local_subnet":"10.1.0.0/16","remote_ip_settings":{"ip_v4":{"default_gateway":"10.2.0.1","alternate_gateway":null},"dns":{"type":"STATIC","preferred_server":"10.2.0.53","alternate_server":null,"suffixes":["b.sim.local"]},"wins":{"primary_server":"10.2.0.54","alternate_server":null}}},{"name":"db","remote_subnet":"192.168.2.128/25","local_subnet":"192.168.1.0/25","remote_ip_settings":null}]}
        """;

    [Fact]
    public async Task They_are_put_told_alone_and_with_the_mapping_and_removed()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        (string mapping, string rules) = await PathsAsync(stage);

        Assert.Equal(404, (await stage.Client.GetAsync(rules)).Status);
        Assert.Null((await stage.Client.GetAsync(mapping))["ip_mapping"]);
        Assert.Equal(204, (await stage.Client.SendAsync("PUT", rules, Rules)).Status);
        Assert.Equal(Rules.Trim(), GroupStage.WithoutMeta(await stage.Client.GetAsync(rules)));
        Assert.Equal(Rules.Trim(), (await stage.Client.GetAsync(mapping))["ip_mapping"]!.ToJsonString());
        Assert.Equal(Rules.Trim(), (await stage.Client.GetAsync(mapping[..mapping.LastIndexOf('/')])).List.Single()!["ip_mapping"]!.ToJsonString());

        Assert.Equal(204, (await stage.Client.SendAsync("DELETE", rules)).Status);
        Assert.Equal(404, (await stage.Client.SendAsync("DELETE", rules)).Status);
        Assert.Equal(404, (await stage.Client.GetAsync(rules)).Status);
        Assert.Null((await stage.Client.GetAsync(mapping))["ip_mapping"]);
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_and_replaces_what_there_was()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        (_, string rules) = await PathsAsync(stage);
        await stage.Client.SendAsync("PUT", rules, Rules);
        JsonObject read = (await stage.Client.GetAsync(rules)).Body!.AsObject();
        read["rules"] = null;

        Assert.Equal(204, (await stage.Client.SendAsync("PUT", rules, read.ToJsonString())).Status);

        Assert.Equal("""{"name":"gold","rules":null}""", GroupStage.WithoutMeta(await stage.Client.GetAsync(rules)));
    }

    [Fact]
    public async Task They_go_with_the_mapping_and_other_mappings_have_none()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        (string mapping, string rules) = await PathsAsync(stage);
        await stage.Client.SendAsync("PUT", rules, Rules);
        JsonNode known = (await stage.Client.GetAsync(mapping)).Body!;
        string networks = mapping[..mapping.LastIndexOf('/')];
        string folder = (string)(await stage.Client.GetAsync(networks.Replace("/networks", "/folders", StringComparison.Ordinal))).List[0]!["id"]!;
        string test = (string)known["test_network_mapping"]!["id"]!;

        foreach (string other in (string[])[folder, test, "none"])
        {
            Assert.Equal(404, (await stage.Client.SendAsync("PUT", $"{networks}/{other}/ip-subnet-mapping", Rules)).Status);
        }

        Assert.Equal(404, (await stage.Client.SendAsync("PUT", rules.Replace(stage.Stage.Here, stage.Stage.Peer, StringComparison.Ordinal), Rules)).Status);
        Assert.Equal(204, (await stage.Client.SendAsync("DELETE", mapping)).Status);
        Assert.Equal(404, (await stage.Client.GetAsync(rules)).Status);
        Assert.Equal(204, (await stage.Client.PostAsync(networks, $$"""{"mapping_source_object":"{{known["primary_object"]}}","mapping_target_object":"{{known["secondary_object"]}}"}""")).Status);
        Assert.Null((await stage.Client.GetAsync(networks)).List.Single()!["ip_mapping"]);
    }

    [Theory]
    [InlineData("{}", "'name'")]
    [InlineData("""{"name":"","rules":[]}""", "'name'")]
    [InlineData("""{"name":"x","rules":[null]}""", "'rules[0]'")]
    [InlineData("""{"name":"x","rules":[{"local_subnet":"10.1.0.0/16","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].name'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].local_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0/16"}]}""", "'rules[0].remote_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].local_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0/33","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].local_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.5/16","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].local_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"0/8","remote_subnet":"10.2.0.0/16"}]}""", "'rules[0].local_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0/16","remote_subnet":"fd00::/8"}]}""", "'rules[0].remote_subnet'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0/16","remote_subnet":"10.2.0.0/16","remote_ip_settings":{"dns":{}}}]}""", "'rules[0].remote_ip_settings.dns.type'")]
    [InlineData("""{"name":"x","rules":[{"name":"y","local_subnet":"10.1.0.0/16","remote_subnet":"10.2.0.0/16","remote_ip_settings":{"dns":{"type":"NONE"}}}]}""", "legal is one of DHCP, STATIC")]
    [InlineData("""{"name":"x","subnets":[]}""", "'subnets'")]
    public async Task Rules_that_make_no_sense_are_told_why_and_change_nothing(string body, string expected)
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        (_, string rules) = await PathsAsync(stage);
        await stage.Client.SendAsync("PUT", rules, Rules);

        SrmReply reply = await stage.Client.SendAsync("PUT", rules, body);

        Assert.Equal((400, "dr.fault.InvalidArgument"), (reply.Status, reply.Code));
        Assert.Contains(expected, reply.Message, StringComparison.Ordinal);
        Assert.Equal(Rules.Trim(), GroupStage.WithoutMeta(await stage.Client.GetAsync(rules)));
    }

    // Where the only mapping of networks of the first site is, and where its rules are.
    private static async Task<(string Mapping, string Rules)> PathsAsync(GroupStage stage)
    {
        string networks = $"{stage.Client.Pairing}/srms/{stage.Stage.Here}/inventory-mappings/networks";
        string mapping = $"{networks}/{(string)(await stage.Client.GetAsync(networks)).List.Single()!["id"]!}";
        return (mapping, $"{mapping}/ip-subnet-mapping");
    }
}
