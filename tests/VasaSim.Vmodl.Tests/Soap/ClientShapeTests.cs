using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Soap;

/// <summary>Requests in the forms in which real clients send them.</summary>
public sealed class ClientShapeTests
{
    // pyVmomi 8.0.3: versionId attributes, members of vim types in urn:vim25, header element without namespace.
    private const string PyVmomi = """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <soapenv:Header><vcSessionCookie versionId="7.0.0.1">52b5d0c4-7dd5</vcSessionCookie></soapenv:Header>
        <soapenv:Body>
        <SyncReplicationGroup_Task xmlns="urn:sms"><_this versionId="7.0.0.1" type="VasaProvider">prov-B</_this><groupId><faultDomainId xmlns="urn:vim25"><id>fd-b1</id></faultDomainId><deviceGroupId xmlns="urn:vim25"><id>rg-1</id></deviceGroupId></groupId><groupId><faultDomainId xmlns="urn:vim25"><id>fd-b1</id></faultDomainId><deviceGroupId xmlns="urn:vim25"><id>rg-2</id></deviceGroupId></groupId><pitName versionId="7.0.0.1">before the upgrade</pitName></SyncReplicationGroup_Task>
        </soapenv:Body>
        </soapenv:Envelope>
        """;

    // govmomi: default namespaces, header element without one, everything below the body in urn:sms, a prefix of its
    // own for xsi, and type names without prefix.
    private const string Govmomi = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Header><vcSessionCookie xmlns="">"52b5d0c4-7dd5"</vcSessionCookie></Header><Body><FailoverReplicationGroup_Task xmlns="urn:sms"><_this type="VasaProvider">prov-B</_this><failoverParam xmlns:_XMLSchema-instance="http://www.w3.org/2001/XMLSchema-instance" _XMLSchema-instance:type="TestFailoverParam"><isPlanned>1</isPlanned><checkOnly>0</checkOnly><replicationGroupsToFailover><groupId><faultDomainId><id>fd-b1</id></faultDomainId><deviceGroupId><id>rg-1</id></deviceGroupId></groupId></replicationGroupsToFailover><policyAssociations><id xmlns:XMLSchema-instance="http://www.w3.org/2001/XMLSchema-instance" XMLSchema-instance:type="VVolId"><id>v1</id></id><policyId>p</policyId><datastore type="Datastore">datastore-61</datastore></policyAssociations></failoverParam></FailoverReplicationGroup_Task></Body></Envelope>
        """;

    [Fact]
    public void PyVmomi_sync_is_read()
    {
        var read = Messages.Read(PyVmomi);

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        Assert.Equal("SyncReplicationGroup_Task", read.BodyElement);
        Assert.Equal(new ManagedObjectReference("VasaProvider", "prov-B"), read.This);
        Assert.Equal("52b5d0c4-7dd5", read.SessionCookie);
        var request = Assert.IsType<SyncReplicationGroupRequest>(read.Request);
        Assert.Equal("before the upgrade", request.PitName);
        Assert.Equal(["rg-1", "rg-2"], request.GroupId!.Select(id => id.DeviceGroupId.Id));
        Assert.All(request.GroupId!, id => Assert.Equal("fd-b1", id.FaultDomainId.Id));
    }

    [Fact]
    public void Govmomi_failover_is_read()
    {
        var read = Messages.Read(Govmomi);

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        Assert.Equal("52b5d0c4-7dd5", read.SessionCookie);
        var request = Assert.IsType<FailoverReplicationGroupRequest>(read.Request);
        Assert.IsType<TestFailoverParam>(request.FailoverParam);
        Assert.True(request.FailoverParam.IsPlanned);
        Assert.False(request.FailoverParam.CheckOnly);
        var association = Assert.Single(request.FailoverParam.PolicyAssociations!);
        Assert.Equal("v1", Assert.IsType<VVolId>(association.Id).Id);
        Assert.Equal(new("Datastore", "datastore-61"), association.Datastore);
        Assert.Equal("rg-1", request.FailoverParam.ReplicationGroupsToFailover![0].GroupId.DeviceGroupId.Id);
    }

    [Fact]
    public void Property_read_of_pyVmomi_is_read()
    {
        var read = Messages.Read(
            Messages.Envelope(
                "<Fetch xmlns=\"urn:vim25\"><_this versionId=\"8.0.3.0\" type=\"ServiceInstance\">ServiceInstance</_this>"
                + "<prop versionId=\"8.0.3.0\" xsi:type=\"xsd:string\">content</prop></Fetch>"),
            Contracts.Vim);

        Assert.Equal("content", Assert.IsType<FetchRequest>(read.Request).Prop);
        Assert.Equal("ManagedObject", read.Operation!.Owner.Name);
    }

    [Fact]
    public void Traversal_of_a_property_collector_is_read()
    {
        var read = Messages.Read(
            Messages.Envelope(
                """
                <RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>
                  <specSet>
                    <propSet><type>Datastore</type><pathSet>name</pathSet><pathSet>summary</pathSet></propSet>
                    <objectSet><obj type="Folder">group-d1</obj><skip>false</skip>
                      <selectSet xsi:type="TraversalSpec"><name>visitFolders</name><type>Folder</type><path>childEntity</path><skip>false</skip>
                        <selectSet><name>visitFolders</name></selectSet>
                        <selectSet xsi:type="TraversalSpec"><type>Datacenter</type><path>datastoreFolder</path></selectSet>
                      </selectSet>
                    </objectSet>
                  </specSet>
                  <options></options>
                </RetrievePropertiesEx>
                """),
            Contracts.Vim);

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        var request = Assert.IsType<RetrievePropertiesExRequest>(read.Request);
        Assert.Null(request.Options.MaxObjects);
        var spec = Assert.Single(request.SpecSet);
        Assert.Equal(["name", "summary"], spec.PropSet[0].PathSet!);
        var folders = Assert.IsType<TraversalSpec>(spec.ObjectSet[0].SelectSet![0]);
        Assert.Equal("visitFolders", folders.Name);
        Assert.IsType<SelectionSpec>(folders.SelectSet![0]);
        Assert.Equal("datastoreFolder", Assert.IsType<TraversalSpec>(folders.SelectSet[1]).Path);
    }

    [Fact]
    public void Members_may_come_in_any_order_and_unknown_ones_are_passed_over()
    {
        var read = Messages.Read(Messages.Envelope(
            "<!-- a comment --><SyncReplicationGroup_Task><pitName>p</pitName><future><deep><pitName>no</pitName></deep></future>"
            + "<groupId><deviceGroupId><id>rg</id></deviceGroupId><extra/><faultDomainId><id>fd</id></faultDomainId></groupId>"
            + "<_this type='VasaProvider'>prov-B</_this></SyncReplicationGroup_Task>"));

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        var request = Assert.IsType<SyncReplicationGroupRequest>(read.Request);
        Assert.Equal("p", request.PitName);
        Assert.Equal("rg", Assert.Single(request.GroupId!).DeviceGroupId.Id);
        Assert.Equal("prov-B", read.This!.Value);
    }

    [Fact]
    public void List_without_elements_is_null()
    {
        var read = Messages.Read(Messages.Envelope(
            "<SyncReplicationGroup_Task><_this type='VasaProvider'>p</_this><pitName/></SyncReplicationGroup_Task>"));

        var request = Assert.IsType<SyncReplicationGroupRequest>(read.Request);
        Assert.Null(request.GroupId);
        // An empty element is an empty text, not a missing one.
        Assert.Equal("", request.PitName);
        Assert.Null(read.InvalidArgument);
    }

    [Fact]
    public void Unknown_method_still_tells_its_object()
    {
        var read = Messages.Read(Messages.Envelope(
            "<UpgradeVASAProvider_Task xmlns='urn:sms'><_this type='SmsStorageManager'>sm</_this><x>1</x></UpgradeVASAProvider_Task>"));

        Assert.Null(read.Operation);
        Assert.Null(read.Request);
        Assert.Null(read.ErrorText);
        Assert.Equal("UpgradeVASAProvider_Task", read.BodyElement);
        Assert.Equal(new("SmsStorageManager", "sm"), read.This);
    }

    [Theory]
    [InlineData("<vcSessionCookie>abc</vcSessionCookie>", "abc")]
    [InlineData("<vcSessionCookie>\"abc\"</vcSessionCookie>", "abc")]
    [InlineData("<x:vcSessionCookie xmlns:x='urn:sms'> abc </x:vcSessionCookie>", "abc")]
    [InlineData("<other>abc</other>", null)]
    [InlineData("<vcSessionCookie/>", "")]
    public void Cookie_is_found_in_any_namespace(string header, string? expected)
    {
        var read = Messages.Read(
            $"<E:Envelope xmlns:E='http://schemas.xmlsoap.org/soap/envelope/'><E:Header><first/>{header}<last/></E:Header>"
            + "<E:Body><QueryProvider xmlns='urn:sms'><_this type='SmsStorageManager'>sm</_this></QueryProvider></E:Body></E:Envelope>");

        Assert.Null(read.ErrorText);
        Assert.Equal(expected, read.SessionCookie);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.123+02:00", "2026-01-02T01:04:05.1230000+00:00")]
    [InlineData("2026-01-02T03:04:05.123456789-01:30", "2026-01-02T04:34:05.1234567+00:00")]
    [InlineData("2026-01-02T03:04:05.1234567891Z", "2026-01-02T03:04:05.1234567+00:00")]
    [InlineData(" 2026-01-02T03:04:05Z ", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02", null)]
    [InlineData("2026-13-02T03:04:05Z", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Dates_are_read_with_any_zone(string text, string? expected)
    {
        var read = Messages.Read(Messages.Envelope(
            "<QueryPointInTimeReplica><_this type='VasaProvider'>p</_this><queryParam><replicaTimeQueryParam>"
            + $"<fromDate>{text}</fromDate></replicaTimeQueryParam></queryParam></QueryPointInTimeReplica>"));

        var request = Assert.IsType<QueryPointInTimeReplicaRequest>(read.Request);
        Assert.Equal(expected, request.QueryParam!.ReplicaTimeQueryParam!.FromDate?.ToString("O", null));
        Assert.Equal(
            expected is null ? "queryParam.replicaTimeQueryParam.fromDate" : null, read.InvalidArgument);
    }

    [Fact]
    public void Any_values_are_read_by_their_type()
    {
        var read = Messages.Read(Messages.Envelope(
            """
            <QueryActiveAlarm xmlns="urn:sms"><_this type="VasaProvider">p</_this><alarmFilter>
              <entityType>StorageArrayEntity</entityType>
              <entityId xsi:type="xsd:string">a</entityId>
              <entityId>b</entityId>
              <entityId xmlns:q="urn:vim25" xsi:type="q:ReplicationGroupId"><q:faultDomainId><q:id>fd</q:id></q:faultDomainId><q:deviceGroupId><q:id>rg</q:id></q:deviceGroupId></entityId>
              <entityId xsi:type="xsd:int">7</entityId>
              <entityId xsi:type="ArrayOfVVolId"><VVolId><id>v</id></VVolId></entityId>
              <entityId xsi:type="AlarmType">ObjectAlarm</entityId>
              <entityId xmlns:v="urn:vim25" xsi:type="v:ManagedObject" type="Datastore">ds-1</entityId>
            </alarmFilter></QueryActiveAlarm>
            """));

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        var ids = Assert.IsType<QueryActiveAlarmRequest>(read.Request).AlarmFilter!.EntityId!;
        Assert.Equal("a", ids[0]);
        Assert.Equal("b", ids[1]);
        Assert.Equal("rg", Assert.IsType<ReplicationGroupId>(ids[2]).DeviceGroupId.Id);
        Assert.Equal(7, ids[3]);
        Assert.Equal("v", Assert.IsType<VVolId>(Assert.IsType<VmodlArray>(ids[4]).Items[0]).Id);
        Assert.Equal(AlarmType.ObjectAlarm, ids[5]);
        Assert.Equal(new ManagedObjectReference("Datastore", "ds-1"), ids[6]);
    }

    [Fact]
    public void Nil_is_the_same_as_absent()
    {
        var read = Messages.Read(Messages.Envelope(
            "<SyncReplicationGroup_Task><_this type='VasaProvider'>p</_this><groupId xsi:nil='true'/>"
            + "<pitName xsi:nil='1'/></SyncReplicationGroup_Task>"));

        Assert.Null(Assert.IsType<SyncReplicationGroupRequest>(read.Request).GroupId);
        Assert.Equal("pitName", read.InvalidArgument);
    }
}
