using System.Buffers;
using System.Text;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Json;

public sealed class JsonRequestTests
{
    private const string Group = """{"faultDomainId":{"id":"fd-a1"},"deviceGroupId":{"id":"rg-01"}}""";

    [Theory]
    [InlineData("""{"groupId":[GROUP],"pitName":"x"}""")]
    [InlineData("""{"pitName":"x","groupId":[GROUP]}""")]
    [InlineData("""{"_typeName":"SyncReplicationGroup_Task","_this":{"_typeName":"ManagedObjectReference","type":"VasaProvider","value":"p"},"groupId":[GROUP],"pitName":"x"}""")]
    [InlineData("""{"groupId":[GROUP],"pitName":"x","more":{"of":["it"]},"nothing":null}""")]
    [InlineData("""{"groupId":[GROUP,null],"pitName":"no","pitName":"x"}""")]
    [InlineData("\uFEFF{\"groupId\":[GROUP],\"pitName\":\"\\u0078\"}")]
    public void What_clients_send_besides_is_passed_over(string body)
    {
        var read = JsonMessages.Read(body.Replace("GROUP", Group, StringComparison.Ordinal), "SyncReplicationGroup_Task");

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        var request = Assert.IsType<SyncReplicationGroupRequest>(read.Request);
        Assert.Equal("x", request.PitName);
        Assert.Equal("rg-01", Assert.Single(request.GroupId!).DeviceGroupId.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("{}")]
    [InlineData("{\"filterSpec\":null}")]
    public void Body_without_arguments(string body)
    {
        var read = JsonMessages.Read(body, "QueryProvider");

        Assert.Null(read.ErrorText);
        Assert.IsType<QueryProviderRequest>(read.Request);
    }

    [Fact]
    public void Body_in_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"groupId\":[" + Group + "],\"pitName\":\"ü\"}");
        Piece? first = null, last = null;
        foreach (var b in bytes)
        {
            last = new Piece(new[] { b }, last);
            first ??= last;
        }

        var read = JsonRequestReader.Read(
            new ReadOnlySequence<byte>(first!, 0, last!, 1),
            Contracts.Sms.FindOperation("SyncReplicationGroup_Task")!,
            MessageLimits.Default);

        Assert.Equal("ü", Assert.IsType<SyncReplicationGroupRequest>(read.Request).PitName);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"pitName\":\"x\"")]
    [InlineData("{\"pitName\":\"x\"} {}")]
    [InlineData("{\"pitName\":x}")]
    [InlineData("{'pitName':'x'}")]
    [InlineData("{\"pitName\":\"x\",}")]
    [InlineData("{\"pitName\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("<Envelope/>")]
    public void Unusable_body_is_an_invalid_request(string body)
    {
        var read = JsonMessages.Read(body, "SyncReplicationGroup_Task");

        Assert.IsType<InvalidRequest>(read.Error);
        Assert.NotNull(read.ErrorText);
        Assert.Null(read.Request);
    }

    [Fact]
    public void Body_that_is_no_utf8_is_an_invalid_request() => Assert.IsType<InvalidRequest>(
        JsonMessages.Read(
            new byte[] { (byte)'{', (byte)'"', (byte)'p', (byte)'i', (byte)'t', (byte)'N', (byte)'a', (byte)'m', (byte)'e',
                (byte)'"', (byte)':', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}' },
            Contracts.Sms.FindOperation("SyncReplicationGroup_Task")!).Error);

    [Fact]
    public void Limits_hold()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        var many = "{\"groupId\":[" + string.Join(',', Enumerable.Repeat(Group, 400)) + "],\"pitName\":\"x\"}";

        Assert.IsType<InvalidRequest>(JsonMessages.Read($"{{\"x\":{deep}}}", "QueryProvider").Error);
        Assert.Null(JsonMessages.Read(many, "SyncReplicationGroup_Task").Error);
        Assert.Contains(
            "more than 1000 values",
            JsonMessages.Read(many, "SyncReplicationGroup_Task", new() { MaxElements = 1000 }).ErrorText,
            StringComparison.Ordinal);
        Assert.Contains(
            "longer than 1000 bytes",
            JsonMessages.Read(many, "SyncReplicationGroup_Task", new() { MaxBodyBytes = 1000 }).ErrorText,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"groupId\":[GROUP]}", "pitName")]
    [InlineData("{\"groupId\":[GROUP],\"pitName\":null}", "pitName")]
    [InlineData("{\"groupId\":[GROUP],\"pitName\":7}", "pitName")]
    [InlineData("{\"groupId\":[GROUP],\"pitName\":[\"x\"]}", "pitName")]
    [InlineData("{\"groupId\":GROUP,\"pitName\":\"x\"}", "groupId[0]")]
    [InlineData("{\"groupId\":[GROUP,{}],\"pitName\":\"x\"}", "groupId[1].faultDomainId")]
    [InlineData("{\"groupId\":[GROUP,\"rg\"],\"pitName\":\"x\"}", "groupId[1]")]
    [InlineData("{\"groupId\":[GROUP,{\"faultDomainId\":{\"id\":\"a\"},\"deviceGroupId\":{\"id\":7}}],\"pitName\":\"x\"}", "groupId[1].deviceGroupId.id")]
    public void Unreadable_argument_is_told_by_its_path(string body, string path)
    {
        var read = JsonMessages.Read(body.Replace("GROUP", Group, StringComparison.Ordinal), "SyncReplicationGroup_Task");

        Assert.Null(read.ErrorText);
        Assert.Equal(path, read.InvalidArgument);
        Assert.IsType<SyncReplicationGroupRequest>(read.Request);
    }

    // The two protocols name the same mistake by the same path.
    [Theory]
    [InlineData("<groupId/>", "{\"groupId\":[{}]}", "groupId[0].faultDomainId")]
    [InlineData(
        "<groupId><faultDomainId><id>a</id></faultDomainId><deviceGroupId/></groupId>",
        "{\"groupId\":[{\"faultDomainId\":{\"id\":\"a\"},\"deviceGroupId\":{}}]}",
        "groupId[0].deviceGroupId.id")]
    [InlineData(
        "<groupId><faultDomainId><id>a</id></faultDomainId><deviceGroupId><id>b</id></deviceGroupId></groupId>"
        + "<queryParam><replicaTimeQueryParam><number>x</number></replicaTimeQueryParam></queryParam>",
        "{\"groupId\":[{\"faultDomainId\":{\"id\":\"a\"},\"deviceGroupId\":{\"id\":\"b\"}}],"
        + "\"queryParam\":{\"replicaTimeQueryParam\":{\"number\":\"x\"}}}",
        "queryParam.replicaTimeQueryParam.number")]
    public void Same_mistake_has_the_same_path_in_both_protocols(string xml, string json, string path)
    {
        const string method = "QueryPointInTimeReplica";
        var soap = Messages.Read(Messages.Envelope($"<{method}><_this type='VasaProvider'>p</_this>{xml}</{method}>"));

        Assert.Equal(path, soap.InvalidArgument);
        Assert.Equal(path, JsonMessages.Read(json, method).InvalidArgument);
    }

    [Theory]
    [InlineData("""{"failoverParam":{"_typeName":"PromoteParam"}}""", "failoverParam")]
    [InlineData("""{"failoverParam":{"_typeName":"NoSuchType"}}""", "failoverParam")]
    [InlineData("""{"failoverParam":{"_typeName":"string","_value":"x"}}""", "failoverParam")]
    [InlineData("""{"failoverParam":{"_typeName":""}}""", "failoverParam")]
    [InlineData(
        """{"failoverParam":{"isPlanned":true,"checkOnly":false,"policyAssociations":[{"id":{"id":"x","_typeName":"ReplicaId"}}]}}""",
        "failoverParam.policyAssociations[0].id")]
    public void Unsuitable_type_is_an_invalid_type(string body, string argument)
    {
        var read = JsonMessages.Read(body, "FailoverReplicationGroup_Task");

        Assert.Equal(argument, Assert.IsType<InvalidType>(read.Error).Argument);
        Assert.Contains(argument, read.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_may_come_last()
    {
        var read = JsonMessages.Read(
            """{"failoverParam":{"isPlanned":true,"checkOnly":false,"_typeName":"TestFailoverParam"}}""",
            "FailoverReplicationGroup_Task");

        Assert.IsType<TestFailoverParam>(Assert.IsType<FailoverReplicationGroupRequest>(read.Request).FailoverParam);
    }

    [Theory]
    [InlineData("""{"_typeName":"string","_value":"x"}""", "x")]
    [InlineData("\"x\"", "x")]
    [InlineData("""{"_typeName":"int","_value":7}""", 7)]
    [InlineData("7", 7)]
    [InlineData("5000000000", 5_000_000_000L)]
    [InlineData("""{"_typeName":"long","_value":7}""", 7L)]
    [InlineData("7.5", 7.5)]
    [InlineData("""{"_typeName":"double","_value":"NaN"}""", double.NaN)]
    [InlineData("""{"_value":true,"_typeName":"boolean"}""", true)]
    [InlineData("false", false)]
    public void Any_value_comes_boxed_or_plain(string json, object expected)
    {
        var message = Assert.Single(JsonResponseReader.ReadFault(FaultWith(json)).FaultMessage!);

        Assert.Equal(expected, Assert.Single(message.Arg!).Value);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"_typeName":"int","_value":"x"}""")]
    [InlineData("""{"_typeName":"ManagedObjectReference","value":"x"}""")]
    public void Any_value_that_cannot_be_read(string json)
    {
        var exception = Assert.Throws<System.Text.Json.JsonException>(() => JsonResponseReader.ReadFault(FaultWith(json)));

        Assert.Contains("'fault.faultMessage[0].arg[0].value'", exception.Message, StringComparison.Ordinal);
    }

    // No method of the contract takes anything that may be of any type, but a fault may hold one.
    private static byte[] FaultWith(string value) => Encoding.UTF8.GetBytes(
        $$$"""{"_typeName":"NotFound","faultMessage":[{"key":"k","arg":[{"key":"a","value":{{{value}}}}]}]}""");

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null)
                return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }
}
