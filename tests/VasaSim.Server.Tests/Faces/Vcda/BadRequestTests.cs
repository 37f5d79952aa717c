using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Bodies that make no sense are told why, and nothing breaks of them.</summary>
public sealed class BadRequestTests
{
    [Theory]
    [InlineData("source", null, "'source' is missing")]
    [InlineData("destination", null, "'destination' is missing")]
    [InlineData("source", """{"type":"vm","vmId":"x"}""", "'source.site' is missing")]
    [InlineData("source", """{"site":"cloud-a","vmId":"x"}""", "'source.type' is not legal")]
    [InlineData("source", """{"type":"disk","site":"cloud-a"}""", "one of vm, vapp, vappTemplate, vcVm, vcVapp")]
    [InlineData("source", """{"type":"vapp","site":"cloud-a","vappId":"x"}""", "one of vm, vcVm")]
    [InlineData("source", """{"type":"vm","site":"cloud-a"}""", "'source.vmId' is missing")]
    [InlineData("source", """{"type":"vm","site":"cloud-a","vmId":"x"}""", "no machine 'x'")]
    [InlineData("source", """{"type":"vcVm","site":"cloud-a","vmId":"vm-1"}""", "'source.type' is not legal for the site")]
    [InlineData("source", """{"type":"vm","site":"cloud-a","vmId":5}""", "'source.vmId' is not legal; legal is a text")]
    [InlineData("source", """{"type":"vm","site":"cloud-a","vmId":"x","excludedDisks":["a"]}""", "a whole number")]
    [InlineData("source", "5", "'source'")]
    [InlineData("destination", """{"type":"vcloud","site":"cloud-b"}""", "'destination.vdc' is missing")]
    [InlineData("destination", """{"type":"vcloud","site":"cloud-b","vdc":"x"}""", "'destination.vdc' is 'x'")]
    [InlineData("rpo", "4", "from 5 to 1440")]
    [InlineData("rpo", "\"many\"", "'rpo' is not legal; legal is a whole number")]
    [InlineData("quiesced", "1", "'quiesced' is not legal; legal is true or false")]
    [InlineData("dataConnectionType", "\"FAST\"", "one of PLAIN, ENCRYPTED, ENCRYPTED_COMPRESSED")]
    [InlineData("targetDiskType", "2", "one of THIN, PREALLOCATED, PREALLOCATED_ZEROS")]
    [InlineData("retentionPolicy", """{"rules":[{"numberOfInstances":0,"distance":1}]}""", "'retentionPolicy.rules[0]'")]
    [InlineData("retentionPolicy", """{"rules":[null]}""", "'retentionPolicy.rules[0]'")]
    [InlineData("retentionPolicy", """{"rules":{}}""", "'retentionPolicy.rules' is not legal; legal is a list")]
    [InlineData("retentionPolicy", """{"rules":[{},{},{},{},{},{}]}""", "up to 5")]
    [InlineData("slaProfileId", "\"x\"", "no SLA profile 'x'")]
    [InlineData("initialSyncTime", "9223372036854775808", "a whole number of 64 bits")]
    public async Task A_start_that_makes_no_sense_is_told_why(string field, string? value, string expected)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        JsonObject body = stage.StartBody();
        body[field] = value is null ? null : JsonNode.Parse(value);

        VcdaReply reply = await stage.Client.PostAsync("/vm-replications", body);

        Assert.Equal((400, "BadRequest"), (reply.Status, reply.Code));
        Assert.Contains(expected, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_beyond_the_calendar_or_unknown_is_taken()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        JsonObject body = stage.StartBody();
        body["initialSyncTime"] = long.MaxValue;
        body["more"] = new JsonArray(1, 2);
        body["source"]!["excludedDiskKeys"] = null;

        Assert.Equal(202, (await stage.Client.PostAsync("/vm-replications", body)).Status);
        VcdaReply again = await stage.Client.PostAsync("/vm-replications", stage.StartBody());
        Assert.Equal(400, again.Status);
        Assert.Contains("replicated there already", again.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"powerOn":true}""", "'type' is missing")]
    [InlineData("""{"type":"vcenter"}""", "legal is vcloud")]
    [InlineData("""{"type":"vcloud","sync":true,"instanceId":"replica-1"}""", "exclude each other")]
    [InlineData("""{"type":"vcloud","powerOn":"yes"}""", "'powerOn' is not legal; legal is true or false")]
    [InlineData("""{"type":"vcloud","instanceId":"replica-1"}""", "no instance 'replica-1'")]
    [InlineData("""{"type":"vcloud""", "not JSON at line 1")]
    [InlineData("", "The body is missing")]
    public async Task A_test_that_makes_no_sense_is_told_why(string body, string expected)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();

        VcdaReply reply = await stage.Client.SendAsync("POST", $"/vm-replications/{id}/failover-test", body);

        Assert.Contains(expected, reply.Status == 202 ? (string?)reply["error"]!["msg"] : reply.Message, StringComparison.Ordinal);
        Assert.True(reply.Status is 202 || reply is { Status: 400, Code: "BadRequest" });
    }

    [Fact]
    public async Task Whatever_is_sent_wherever_nothing_breaks()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        string[] bodies = ["", "null", "5", "[]", "{", "{}", "{\"type\":null}", "{\"type\":\"vcloud\",\"instanceMap\":{\"x\":5}}", "{\"source\":{\"type\":\"vcVapp\"}}", "{\"rpo\":1e3}", new string('[', 100)];
        JsonObject paths = (await stage.Client.SchemasAsync()).Document["paths"]!.AsObject();
        foreach ((string path, JsonNode? verbs) in paths)
        {
            foreach ((string verb, JsonNode? operation) in verbs!.AsObject())
            {
                if ((string?)operation!["operationId"] is "deleteSession" or "stopVmReplication" or "stopVappReplication")
                {
                    continue;
                }

                string filled = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", path.StartsWith("/vm-", StringComparison.Ordinal) ? id : "x");
                foreach (string body in operation["requestBody"] is null ? [""] : bodies)
                {
                    VcdaReply reply = await stage.Client.SendAsync(verb.ToUpperInvariant(), filled, body);
                    Assert.True(reply.Status < 500, $"{verb} {path} {body}: {reply.Body}");
                }

                VcdaReply odd = await stage.Client.GetAsync($"{filled}?start=-9223372036854775808&end=9223372036854775807&resolution=0&limit=0&offset=2147483648&ids=,&sort=,");
                Assert.True(odd.Status < 500, $"{path}: {odd.Body}");
            }
        }
    }
}
