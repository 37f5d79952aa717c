using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Soap;

public sealed class InvalidRequestTests
{
    private const string Valid =
        "<QueryProvider xmlns='urn:sms'><_this type='SmsStorageManager'>sm</_this></QueryProvider>";

    [Theory]
    [InlineData("", "well-formed")]
    [InlineData("   ", "well-formed")]
    [InlineData("hello", "well-formed")]
    [InlineData("{\"json\": true}", "well-formed")]
    [InlineData("<a/>", "not a SOAP envelope")]
    [InlineData("<Envelope/>", "no body")]
    [InlineData("<Envelope><Body/></Envelope>", "no body")]
    [InlineData("<Envelope><Body></Body></Envelope>", "no body")]
    [InlineData("<Envelope><Body><QueryProvider/></Body></Envelope>", "_this")]
    [InlineData("<Envelope><Body><QueryProvider><_this type='x'>y</_this></QueryProvider></Body>", "well-formed")]
    [InlineData("<Envelope><Body><QueryProvider><_this type='x'>y</_this></Body></Envelope>", "well-formed")]
    [InlineData("<Envelope><Body><QueryProvider><_this type='x'>&nope;</_this></QueryProvider></Body></Envelope>", "well-formed")]
    [InlineData("<Envelope><Body><QueryProvider><_this type='x' type='x'>y</_this></QueryProvider></Body></Envelope>", "well-formed")]
    [InlineData("<Envelope><Body><q:QueryProvider><_this type='x'>y</_this></q:QueryProvider></Body></Envelope>", "well-formed")]
    [InlineData("<!DOCTYPE Envelope><Envelope/>", "well-formed")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><!DOCTYPE Envelope SYSTEM 'file:///etc/passwd'><Envelope/>", "well-formed")]
    [InlineData("<?xml version='1.0'?><?pi?><!DOCTYPE e [<!ENTITY a 'a'>]><Envelope>&a;</Envelope>", "well-formed")]
    public void Unusable_message_is_an_invalid_request(string body, string text)
    {
        var read = Messages.Read(body);

        Assert.IsType<InvalidRequest>(read.Error);
        Assert.Contains(text, read.ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Entity_bomb_is_refused_before_it_grows(string? charset)
    {
        var bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol0 'lol'>");
        for (var i = 1; i < 10; i++)
            bomb.Append(null, $"<!ENTITY lol{i} '{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}'>");
        bomb.Append("]><Envelope><Body>&lol9;</Body></Envelope>");

        var read = Messages.Read(bomb.ToString(), charset: charset);

        Assert.IsType<InvalidRequest>(read.Error);
    }

    [Fact]
    public void Reader_serves_the_next_request_after_a_broken_one()
    {
        using var reader = new SoapRequestReader();
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(reader.Read("<Envelope><Body><a b='"u8.ToArray(), null, Contracts.Sms).Error);
            Assert.NotNull(reader.Read("<!DOCTYPE a><a/>"u8.ToArray(), null, Contracts.Sms).Error);

            var read = reader.Read(Encoding.UTF8.GetBytes(Messages.Envelope(Valid)), null, Contracts.Sms);

            Assert.Null(read.ErrorText);
            Assert.IsType<QueryProviderRequest>(read.Request);
        }
    }

    [Fact]
    public void Error_after_the_method_still_tells_which_method_it_was()
    {
        var read = Messages.Read(Messages.Envelope(Valid)[..^3]);

        Assert.IsType<InvalidRequest>(read.Error);
        Assert.Equal("QueryProvider", read.BodyElement);
        Assert.Equal("sm", read.This!.Value);
    }

    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(100_000, true)]
    public void Nesting_is_limited(int depth, bool refused)
    {
        // Envelope, Body and the method's element are three of them.
        var inner = string.Concat(Enumerable.Repeat("<x>", depth - 2)) + string.Concat(Enumerable.Repeat("</x>", depth - 2));
        var body = Valid.Replace("</QueryProvider>", inner + "</QueryProvider>", StringComparison.Ordinal);

        var read = Messages.Read(Messages.Envelope(body));

        Assert.Equal(refused, read.Error is InvalidRequest);
        if (refused)
            Assert.Contains("deeper than 64", read.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_limited_wherever_they_are()
    {
        using var reader = new SoapRequestReader(new() { MaxElements = 1000 });
        var inner = string.Concat(Enumerable.Repeat("<x/>", 1000));
        var known = string.Concat(Enumerable.Repeat("<providerId>a</providerId>", 1000));
        foreach (var message in new[]
        {
            $"<Envelope><Header>{inner}</Header><Body>{Valid}</Body></Envelope>",
            $"<Envelope><Body>{Valid}{inner}</Body></Envelope>",
            $"<Envelope><Body>{Valid}</Body>{inner}</Envelope>",
            $"<Envelope><Body><QueryArray><_this type='x'>y</_this>{known}</QueryArray></Body></Envelope>",
            $"<Envelope><Body><Unknown>{inner}</Unknown></Body></Envelope>",
        })
        {
            var read = reader.Read(Encoding.UTF8.GetBytes(message), null, Contracts.Sms);

            Assert.IsType<InvalidRequest>(read.Error);
            Assert.Contains("more than 1000 elements", read.ErrorText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Length_is_limited()
    {
        using var reader = new SoapRequestReader(new() { MaxBodyBytes = 1000 });

        Assert.Null(reader.Read(Encoding.UTF8.GetBytes(Messages.Envelope(Valid)), null, Contracts.Sms).Error);
        Assert.Contains(
            "longer than 1000 bytes", reader.Read(new byte[1001], null, Contracts.Sms).ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_tags_are_limited()
    {
        var attributes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" a{i}='x'"));

        Assert.IsType<InvalidRequest>(
            Messages.Read($"<Envelope><Body><QueryProvider{attributes}/></Body></Envelope>").Error);
    }

    [Fact]
    public void Text_in_many_pieces_takes_time_in_proportion()
    {
        var text = string.Concat(Enumerable.Repeat("&amp;", 400_000));

        var read = Messages.Read(Messages.Envelope(
            $"<UnregisterProvider_Task><_this type='x'>y</_this><providerId>{text}</providerId></UnregisterProvider_Task>"));

        Assert.Equal(400_000, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId.Length);
    }

    [Theory]
    [InlineData("<failoverParam xsi:type='PromoteParam'><isPlanned>true</isPlanned></failoverParam>", "failoverParam")]
    [InlineData("<failoverParam xsi:type='sms:NoSuchType'/>", "failoverParam")]
    [InlineData("<failoverParam xsi:type='xsd:string'>x</failoverParam>", "failoverParam")]
    [InlineData("<failoverParam xsi:type=''>x</failoverParam>", "failoverParam")]
    [InlineData(
        "<failoverParam><isPlanned>true</isPlanned><checkOnly>false</checkOnly><policyAssociations><id xsi:type='ReplicaId'>"
        + "<id>x</id></id></policyAssociations></failoverParam>",
        "failoverParam.policyAssociations[0].id")]
    public void Unsuitable_type_is_an_invalid_type(string parameter, string argument)
    {
        var read = Messages.Read(Messages.Envelope(
            $"<FailoverReplicationGroup_Task xmlns:sms='urn:sms'><_this type='VasaProvider'>p</_this>{parameter}"
            + "</FailoverReplicationGroup_Task>"));

        Assert.Equal(argument, Assert.IsType<InvalidType>(read.Error).Argument);
        Assert.Contains(argument, read.ErrorText, StringComparison.Ordinal);
        Assert.Equal("p", read.This!.Value);
    }

    [Fact]
    public void Unknown_any_type_is_an_invalid_type()
    {
        var read = Messages.Read(Messages.Envelope(
            "<QueryActiveAlarm><_this type='VasaProvider'>p</_this><alarmFilter><entityId xsi:type='xsd:string'>a</entityId>"
            + "<entityId xsi:type='ArrayOfNothing'/></alarmFilter></QueryActiveAlarm>"));

        Assert.Equal("alarmFilter.entityId[1]", Assert.IsType<InvalidType>(read.Error).Argument);
    }

    [Theory]
    [InlineData("<groupId/>", "groupId[0].faultDomainId")]
    [InlineData("<pitName><b/></pitName>", "pitName")]
    [InlineData("", "pitName")]
    [InlineData(
        "<groupId><faultDomainId><id>a</id></faultDomainId><deviceGroupId><id>b</id></deviceGroupId></groupId>"
        + "<groupId><faultDomainId><id>a</id></faultDomainId><deviceGroupId/></groupId><pitName>p</pitName>",
        "groupId[1].deviceGroupId.id")]
    public void Missing_argument_is_told_by_its_path(string arguments, string path)
    {
        var read = Messages.Read(Messages.Envelope(
            $"<SyncReplicationGroup_Task><_this type='VasaProvider'>p</_this>{arguments}</SyncReplicationGroup_Task>"));

        Assert.Null(read.ErrorText);
        Assert.Equal(path, read.InvalidArgument);
        Assert.IsType<SyncReplicationGroupRequest>(read.Request);
    }

    [Theory]
    [InlineData("isPlanned", "yes")]
    [InlineData("isPlanned", "TRUE")]
    [InlineData("isPlanned", "")]
    [InlineData("checkOnly", "2")]
    public void Unreadable_truth_value_is_told_by_its_path(string name, string value)
    {
        var other = name == "isPlanned" ? "checkOnly" : "isPlanned";

        var read = Messages.Read(Messages.Envelope(
            "<TestFailoverReplicationGroupStart_Task><_this type='VasaProvider'>p</_this><testFailoverParam>"
            + $"<{other}>true</{other}><{name}>{value}</{name}></testFailoverParam></TestFailoverReplicationGroupStart_Task>"));

        Assert.Equal("testFailoverParam." + name, read.InvalidArgument);
        Assert.Null(read.Error);
    }

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("-1", -1)]
    [InlineData("+5", 5)]
    [InlineData(" 5\n", 5)]
    [InlineData("2147483648", null)]
    [InlineData("1.0", null)]
    [InlineData("1,000", null)]
    [InlineData("0x10", null)]
    public void Numbers_are_checked_for_their_range(string text, int? expected)
    {
        var read = Messages.Read(Messages.Envelope(
            "<QueryPointInTimeReplica><_this type='VasaProvider'>p</_this><queryParam><replicaTimeQueryParam>"
            + $"<number>{text}</number></replicaTimeQueryParam></queryParam></QueryPointInTimeReplica>"));

        var request = Assert.IsType<QueryPointInTimeReplicaRequest>(read.Request);
        Assert.Equal(expected, request.QueryParam!.ReplicaTimeQueryParam!.Number);
        Assert.Equal(expected is null ? "queryParam.replicaTimeQueryParam.number" : null, read.InvalidArgument);
    }
}
