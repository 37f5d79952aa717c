using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Soap;

/// <summary>The exact bytes of replies, where clients depend on them.</summary>
public sealed class ShapeTests
{
    private static readonly ReplicationGroupId Group = new()
    {
        FaultDomainId = new() { Id = "fd" },
        DeviceGroupId = new() { Id = "rg" },
    };

    private const string GroupXml = "<groupId><faultDomainId xmlns=\"urn:vim25\" xsi:type=\"FaultDomainId\"><id>fd</id>"
        + "</faultDomainId><deviceGroupId xmlns=\"urn:vim25\"><id>rg</id></deviceGroupId></groupId>";

    [Fact]
    public void Result_of_a_task_is_a_boxed_array()
    {
        var body = Body("QuerySmsTaskResult", VmodlArray.Of<GroupOperationResult>(
        [
            new GroupErrorResult
            {
                GroupId = Group,
                Error =
                [
                    new()
                    {
                        Fault = new InvalidReplicationState { DesiredState = ["TARGET"], CurrentState = "INTEST" },
                        LocalizedMessage = "no",
                    },
                ],
            },
            new GroupOperationResult { GroupId = Group },
        ]));

        Assert.Equal(
            "<QuerySmsTaskResultResponse xmlns=\"urn:sms\"><returnval xsi:type=\"ArrayOfGroupOperationResult\">"
            + $"<GroupOperationResult xsi:type=\"GroupErrorResult\">{GroupXml}<error><fault xmlns=\"urn:vim25\" "
            + "xsi:type=\"sms:InvalidReplicationState\"><desiredState xmlns=\"urn:sms\">TARGET</desiredState>"
            + "<currentState xmlns=\"urn:sms\">INTEST</currentState></fault><localizedMessage xmlns=\"urn:vim25\">no"
            + "</localizedMessage></error></GroupOperationResult>"
            + $"<GroupOperationResult xsi:type=\"GroupOperationResult\">{GroupXml}</GroupOperationResult>"
            + "</returnval></QuerySmsTaskResultResponse>",
            body);
    }

    [Fact]
    public void Reference_as_any_value_is_prefixed() => Assert.Equal(
        "<QuerySmsTaskResultResponse xmlns=\"urn:sms\"><returnval xsi:type=\"vim25:ManagedObjectReference\" "
        + "type=\"VasaProvider\">vasaProvider-7</returnval></QuerySmsTaskResultResponse>",
        Body("QuerySmsTaskResult", new ManagedObjectReference("VasaProvider", "vasaProvider-7")));

    [Fact]
    public void Nothing_empty_and_void_have_no_value()
    {
        Assert.Equal("<QueryProviderResponse xmlns=\"urn:sms\"></QueryProviderResponse>", Body("QueryProvider", null));
        Assert.Equal(
            "<QueryProviderResponse xmlns=\"urn:sms\"></QueryProviderResponse>",
            Body("QueryProvider", Array.Empty<ManagedObjectReference>()));
        Assert.Equal("<LogoutResponse xmlns=\"urn:vim25\"></LogoutResponse>", Body("Logout", null));
    }

    [Fact]
    public void Children_of_a_mixed_type_are_each_in_their_own_namespace() => Assert.Equal(
        "<QueryFaultDomainResponse xmlns=\"urn:sms\"><returnval xsi:type=\"FaultDomainInfo\"><id xmlns=\"urn:vim25\">fd</id>"
        + "<name>n</name><children xsi:type=\"vim25:FaultDomainId\"><id xmlns=\"urn:vim25\">c</id></children>"
        + "<provider type=\"VasaProvider\">p</provider></returnval></QueryFaultDomainResponse>",
        Body("QueryFaultDomain", new[]
        {
            new FaultDomainInfo
            {
                Id = "fd", Name = "n", Children = [new() { Id = "c" }], Provider = new("VasaProvider", "p"),
            },
        }));

    [Theory]
    [InlineData("2026-01-02T03:04:05.0000000+00:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.1200000+02:00", "2026-01-02T01:04:05.120Z")]
    [InlineData("2026-01-02T03:04:05.0009999+00:00", "2026-01-02T03:04:05Z")]
    public void Dates_are_written_in_utc(string date, string expected) => Assert.Equal(
        $"<CurrentTimeResponse xmlns=\"urn:vim25\"><returnval>{expected}</returnval></CurrentTimeResponse>",
        Body("CurrentTime", DateTimeOffset.Parse(date, null)));

    [Theory]
    [InlineData("text", "xsi:type=\"xsd:string\">text<")]
    [InlineData(true, "xsi:type=\"xsd:boolean\">true<")]
    [InlineData(5, "xsi:type=\"xsd:int\">5<")]
    [InlineData(5L, "xsi:type=\"xsd:long\">5<")]
    [InlineData(0.5, "xsi:type=\"xsd:double\">0.5<")]
    [InlineData(double.NegativeInfinity, "xsi:type=\"xsd:double\">-INF<")]
    [InlineData(ManagedEntityStatus.Green, "xsi:type=\"ManagedEntityStatus\">green<")]
    [InlineData(SmsAlarmStatus.Red, "xsi:type=\"sms:SmsAlarmStatus\">Red<")]
    public void Any_value_tells_its_type(object value, string expected) =>
        Assert.Contains(expected, Body("Fetch", value), StringComparison.Ordinal);

    [Fact]
    public void Lists_as_any_value_tell_their_type()
    {
        Assert.Contains(
            "<returnval xsi:type=\"ArrayOfString\"><string>a</string><string>b</string></returnval>",
            Body("Fetch", VmodlArray.Of(["a", "b"])),
            StringComparison.Ordinal);
        Assert.Contains(
            "<returnval xsi:type=\"ArrayOfManagedObjectReference\"><ManagedObjectReference type=\"Folder\">f"
            + "</ManagedObjectReference></returnval>",
            Body("Fetch", VmodlArray.Of([new ManagedObjectReference("Folder", "f")])),
            StringComparison.Ordinal);
        Assert.Contains(
            "<returnval xsi:type=\"sms:ArrayOfDeviceId\"><DeviceId xmlns=\"urn:sms\" xsi:type=\"VVolId\"><id>v</id></DeviceId>",
            Body("Fetch", VmodlArray.Of<DeviceId>([new VVolId { Id = "v" }])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_has_unqualified_parts_and_a_detail_named_after_its_type()
    {
        var message = Encoding.UTF8.GetString(Messages.Fault(new InvalidSession { SessionCookie = "c" }, "gone & over"));

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope ", message, StringComparison.Ordinal);
        Assert.Contains(
            "<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>gone &amp; over</faultstring><detail>"
            + "<InvalidSessionFault xmlns=\"urn:sms\" xsi:type=\"InvalidSession\"><sessionCookie>c</sessionCookie>"
            + "</InvalidSessionFault></detail></soapenv:Fault>",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Result_that_does_not_fit_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Body("QueryProvider", "text"));
        Assert.Throws<ArgumentException>(() => Body("QueryAboutInfo", new DeviceGroupId { Id = "x" }));
        Assert.Throws<ArgumentException>(() => Body("Logout", "text"));
        Assert.Throws<ArgumentException>(() => Body("Fetch", new object()));
    }

    private static string Body(string method, object? result)
    {
        var operation = Contracts.Sms.FindOperation(method) ?? Contracts.Vim.FindOperation(method)!;
        var message = Encoding.UTF8.GetString(Messages.Result(operation, result));
        var start = message.IndexOf("<soapenv:Body>\n", StringComparison.Ordinal) + "<soapenv:Body>\n".Length;
        return message[start..message.IndexOf("\n</soapenv:Body>", StringComparison.Ordinal)];
    }
}
