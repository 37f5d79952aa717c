using System.Xml;
using System.Xml.Linq;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Wsdl;

namespace VasaSim.Vmodl.Tests.Wsdl;

public sealed class WsdlTests
{
    private const string UpdateVariable = "VASASIM_UPDATE_WSDL";

    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";

    public static TheoryData<string, string, bool> ByName() => Operations.ByName();

    public static TheoryData<string> FaultTypes() => Operations.Faults();

    [Fact]
    public void Committed_files_are_what_the_contract_makes()
    {
        var directory = WsdlFiles.Directory();
        var files = PublishedFiles.CreateAll();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(directory);
            foreach (var (name, content) in files)
                File.WriteAllBytes(Path.Combine(directory, name), content);
        }

        Assert.Equal(files.Keys.Order(), Directory.GetFiles(directory).Select(Path.GetFileName).Order());
        foreach (var (name, content) in files)
        {
            Assert.True(
                content.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(directory, name))),
                $"wsdl/{name} is stale: run the tests with {UpdateVariable}=1 and commit what changes.");
        }
    }

    [Fact]
    public void Same_contract_makes_same_bytes()
    {
        var (first, second) = (PublishedFiles.CreateAll(), PublishedFiles.CreateAll());

        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    [Theory]
    [MemberData(nameof(ByName))]
    public void Request_is_valid(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        if (operation.Undocumented)
            return;

        var message = Messages.Request(new SampleObjects(full).Request(operation), "cookie");

        Assert.Empty(WsdlFiles.Problems(message));
    }

    [Theory]
    [MemberData(nameof(ByName))]
    public void Result_is_valid(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        if (operation.Undocumented)
            return;

        var message = Messages.Result(operation, new SampleObjects(full).Result(operation));

        Assert.Empty(WsdlFiles.Problems(message));
    }

    [Theory]
    [MemberData(nameof(FaultTypes))]
    public void Fault_is_valid(string name)
    {
        var type = Contracts.FindDataType(name)!;

        var message = Messages.Fault((Vim.MethodFault)new SampleObjects(full: true).Object(type, 0));

        Assert.Empty(WsdlFiles.Problems(message));
    }

    [Fact]
    public void Validation_notices_what_is_wrong()
    {
        var operation = Contracts.Sms.FindOperation("SyncReplicationGroup_Task")!;
        var message = System.Text.Encoding.UTF8.GetString(
            Messages.Request(new SampleObjects(full: true).Request(operation)));

        var wrongName = message.Replace("pitName", "pitname", StringComparison.Ordinal);
        var wrongNamespace = message.Replace(" xmlns=\"urn:vim25\"", "", StringComparison.Ordinal);

        Assert.NotEmpty(WsdlFiles.Problems(System.Text.Encoding.UTF8.GetBytes(wrongName)));
        Assert.NotEmpty(WsdlFiles.Problems(System.Text.Encoding.UTF8.GetBytes(wrongNamespace)));
    }

    [Fact]
    public void Sms_has_the_boxed_arrays_that_clients_know()
    {
        var names = Load("sms-types.xsd").Descendants(Xsd + "complexType")
            .Select(type => (string?)type.Attribute("name"))
            .Where(name => name?.StartsWith("ArrayOf", StringComparison.Ordinal) == true)
            .Select(name => name!["ArrayOf".Length..]);

        Assert.Equal(
        [
            "BackingStoragePool", "DatastoreBackingPoolMapping", "DatastorePair", "DeviceId",
            "FaultDomainProviderMapping", "GroupOperationResult", "NameValuePair", "PointInTimeReplicaInfo",
            "PolicyAssociation", "QueryReplicationPeerResult", "RecoveredDevice", "RecoveredDiskInfo",
            "RelatedStorageArray", "ReplicaIntervalQueryResult", "ReplicationGroupData", "ReplicationTargetInfo",
            "SmsProviderInfo", "SourceGroupMemberInfo", "StorageAlarm", "StorageArray", "StorageContainer",
            "StorageFileSystem", "StorageFileSystemInfo", "StorageLun", "StoragePort", "StorageProcessor",
            "SupportedVendorModelMapping", "TargetDeviceId", "TargetGroupMemberInfo",
        ],
            names);
    }

    [Fact]
    public void Wsdl_has_every_documented_method_and_only_names_that_exist()
    {
        foreach (var (contract, file) in new[] { (Contracts.Sms, "sms"), (Contracts.Vim, "vim") })
        {
            var wsdl = Load(file + ".wsdl");
            var names = wsdl.Descendants(Wsdl + "portType").Elements(Wsdl + "operation")
                .Select(operation => (string)operation.Attribute("name")!).ToList();
            Assert.Equal(contract.Operations.Where(operation => !operation.Undocumented).Select(o => o.Name), names);

            var messages = wsdl.Descendants(Wsdl + "message").Select(message => (string)message.Attribute("name")!).ToList();
            Assert.Equal(messages.Count, messages.Distinct().Count());
            Assert.All(
                wsdl.Descendants(Wsdl + "portType").Descendants().Attributes("message"),
                attribute => Assert.Contains(attribute.Value.Split(':')[1], messages));
            Assert.All(wsdl.Descendants(Wsdl + "part").Attributes("element"), attribute =>
            {
                var parts = attribute.Value.Split(':');
                var name = new XmlQualifiedName(parts[1], wsdl.Root!.GetNamespaceOfPrefix(parts[0])!.NamespaceName);
                Assert.True(WsdlFiles.SchemaSet.GlobalElements.Contains(name), name.ToString());
            });
        }
    }

    [Fact]
    public void Request_types_go_without_the_suffix_of_tasks()
    {
        var names = WsdlFiles.SchemaSet.GlobalTypes.Names.Cast<XmlQualifiedName>().Select(name => name.Name).ToList();

        Assert.Contains("FailoverReplicationGroupRequestType", names);
        Assert.Contains("SmsRefreshCACertificatesAndCRLsRequestType", names);
        Assert.DoesNotContain(names, name => name.Contains("_Task", StringComparison.Ordinal));
    }

    private static XDocument Load(string name) => XDocument.Load(new MemoryStream(WsdlWriter.CreateAll()[name]));
}
