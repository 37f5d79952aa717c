using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Soap;

public sealed class VersionTests
{
    private static readonly ReplicationGroupId Group = new()
    {
        FaultDomainId = new() { Id = "fd" },
        DeviceGroupId = new() { Id = "rg" },
    };

    [Theory]
    [InlineData("8.0.1.0", false)]
    [InlineData("8.0.2.0", true)]
    [InlineData("8.0.3.0", true)]
    public void Name_of_a_target_group_came_with_8_0_2(string version, bool expected)
    {
        var result = Write("QueryReplicationGroup", version, new[]
        {
            new QueryReplicationGroupSuccessResult
            {
                GroupId = Group,
                RgInfo = new TargetGroupInfo
                {
                    GroupId = Group, SourceInfo = new() { SourceGroupId = Group }, State = "TARGET", Name = "the name",
                },
            },
        });

        Assert.Equal(expected, result.Contains("<name>the name</name>", StringComparison.Ordinal));
        Assert.Contains("<state>TARGET</state>", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7.0.3.2", false, false)]
    [InlineData("8.0.0.0", true, false)]
    [InlineData("8.0.2.0", true, false)]
    [InlineData("8.0.3.0", true, true)]
    [InlineData("9.1.0.0", true, true)]
    public void Members_of_a_storage_container_came_one_after_the_other(string version, bool type, bool stretched)
    {
        var result = Write("QueryStorageContainer", version, new StorageContainerResult
        {
            StorageContainer =
            [
                new()
                {
                    Uuid = "u", Name = "n", MaxVvolSizeInMB = 1, ProviderId = ["p"], ArrayId = ["a"],
                    VvolContainerType = "NVMe", Stretched = true,
                },
            ],
        });

        Assert.Equal(type, result.Contains("vvolContainerType", StringComparison.Ordinal));
        Assert.Equal(stretched, result.Contains("stretched", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("6.5", "VirtualMachineId", false)]
    [InlineData("6.7", "VirtualMachineMoId", true)]
    public void Newer_subtype_is_written_as_its_base(string version, string typeName, bool members)
    {
        var result = Write("QueryReplicationGroup", version, new[]
        {
            new QueryReplicationGroupSuccessResult
            {
                GroupId = Group,
                RgInfo = new SourceGroupInfo
                {
                    GroupId = Group,
                    State = "SOURCE",
                    MemberInfo = [new() { DeviceId = new VirtualMachineMoId { VmMoid = "vm-1" } }],
                },
            },
        });

        Assert.Contains($"<deviceId xsi:type=\"{typeName}\">", result, StringComparison.Ordinal);
        Assert.Equal(members, result.Contains("vm-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5.0", "<MethodFaultFault xmlns=\"urn:vim25\" xsi:type=\"MethodFault\">")]
    [InlineData("6.5", "<TooManyFault xmlns=\"urn:sms\" xsi:type=\"TooMany\">")]
    public void Newer_fault_is_written_as_its_base(string version, string expected)
    {
        var message = Encoding.UTF8.GetString(
            Messages.Fault(new TooMany { MaxBatchSize = 3 }, version: ApiVersion.Parse(version)));

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.5", false, false)]
    [InlineData("4.0", true, false)]
    [InlineData("5.1", true, true)]
    public void Members_of_the_vim_slice_are_filtered_too(string version, bool instanceUuid, bool serviceManager)
    {
        var result = Write("RetrieveServiceContent", version, new ServiceContent
        {
            RootFolder = new("Folder", "group-d1"),
            PropertyCollector = new("PropertyCollector", "pc"),
            ServiceManager = new("ServiceManager", "sm"),
            About = new()
            {
                Name = "n", FullName = "f", Vendor = "v", Version = "8", Build = "b", OsType = "o", ProductLineId = "p",
                ApiType = "a", ApiVersion = "8", InstanceUuid = "i",
            },
        });

        Assert.Equal(instanceUuid, result.Contains("<instanceUuid>", StringComparison.Ordinal));
        Assert.Equal(serviceManager, result.Contains("<serviceManager", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7.0.0.0", false)]
    [InlineData("7.0.0.1", true)]
    public void Requests_are_filtered_too(string version, bool expected)
    {
        var request = new QueryPointInTimeReplicaRequest
        {
            GroupId = [Group],
            QueryParam = new() { PreferDetails = true },
        };

        var message = Encoding.UTF8.GetString(Messages.Request(request, version: ApiVersion.Parse(version)));

        Assert.Equal(expected, message.Contains("preferDetails", StringComparison.Ordinal));
    }

    private static string Write(string method, string version, object result)
    {
        var operation = Contracts.Sms.FindOperation(method) ?? Contracts.Vim.FindOperation(method)!;
        return Encoding.UTF8.GetString(Messages.Result(operation, result, ApiVersion.Parse(version)));
    }
}
