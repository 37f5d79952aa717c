using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Metadata;

public sealed class ContractTests
{
    [Fact]
    public void Sms_is_complete()
    {
        Assert.Equal(6, Contracts.Sms.ManagedObjects.Count);
        Assert.Equal(45, Contracts.Sms.Operations.Count);
        Assert.Equal(20, Contracts.Sms.Enums.Count);
        Assert.Equal(41, Contracts.Sms.DataTypes.Count(type => type.IsFault));
        Assert.Equal(76, Contracts.Sms.DataTypes.Count(type => !type.IsFault));
    }

    [Fact]
    public void Names_are_unique_across_services()
    {
        var names = new[] { Contracts.Sms, Contracts.Vim }
            .SelectMany(contract => contract.DataTypes.Select(type => type.Name).Concat(contract.Enums.Select(type => type.Name)))
            .ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Ordinals_are_indexes()
    {
        foreach (var contract in new[] { Contracts.Sms, Contracts.Vim })
        {
            for (var i = 0; i < contract.Operations.Count; i++)
            {
                Assert.Equal(i, contract.Operations[i].Ordinal);
                Assert.Same(contract, contract.Operations[i].Service);
                Assert.Same(contract.Operations[i], contract.FindOperation(contract.Operations[i].Name));
            }
        }
    }

    [Fact]
    public void Method_is_described_as_declared()
    {
        var sync = Contracts.Sms.FindOperation("SyncReplicationGroup_Task")!;

        Assert.Equal("SyncReplicationGroupRequestType", sync.RequestTypeName);
        Assert.Equal("VasaProvider", sync.Owner.Name);
        Assert.Equal(new(6, 5), sync.Since);
        Assert.Equal(Privileges.StorageViewsConfigureService, sync.Privilege);
        Assert.Equal(["groupId", "pitName"], sync.Parameters.Select(parameter => parameter.Name));
        Assert.True(sync.Parameters[0].IsArray && sync.Parameters[0].Optional);
        Assert.False(sync.Parameters[1].Optional);
        Assert.Equal("SmsTask", sync.Returns!.RefersTo);
        Assert.Equal("GroupOperationResult[]", sync.TaskResult!.ToString());
        Assert.Equal(
            ["ProviderUnavailable", "ProviderOutOfResource", "InactiveProvider", "ProviderBusy", "SmsReplicationFault", "TooMany"],
            sync.Faults.Select(fault => fault.Name));
    }

    [Fact]
    public void Derived_objects_have_what_their_bases_declare()
    {
        var provider = Contracts.Sms.FindManagedObject("SmsProvider")!;
        var vasaProvider = Contracts.Sms.FindManagedObject("VasaProvider")!;

        Assert.True(vasaProvider.IsA(Contracts.Sms.FindOperation("QueryProviderInfo")!.Owner));
        Assert.False(provider.IsA(vasaProvider));
        Assert.All(
            Contracts.Vim.ManagedObjects, type => Assert.True(type.IsA(Contracts.Vim.FindOperation("Fetch")!.Owner)));
    }

    [Fact]
    public void Secrets_are_marked()
    {
        var secrets = new[] { Contracts.Sms, Contracts.Vim }
            .SelectMany(contract => contract.DataTypes.SelectMany(type => type.OwnMembers)
                .Concat(contract.Operations.SelectMany(operation => operation.Parameters)))
            .Where(member => member.Secret);

        Assert.Equal(["password", "password"], secrets.Select(member => member.Name));
    }

    [Fact]
    public void Types_know_their_kin()
    {
        Assert.Same(SmsReplicationFault.Metadata, AlreadyDone.Metadata.Base);
        Assert.True(InvalidSession.Metadata.IsA(RuntimeFault.Metadata));
        Assert.True(MethodFault.Metadata.HasSubtypes);
        Assert.False(TooMany.Metadata.HasSubtypes);
        Assert.True(TooMany.Metadata.IsFault);
        Assert.False(LocalizedMethodFault.Metadata.IsFault);
        Assert.Equal("urn:sms", FaultDomainInfo.Metadata.Namespace);
        Assert.Equal(["id", "name", "description", "storageArrayId", "children", "provider"],
            FaultDomainInfo.Metadata.AllMembers.Select(member => member.Name));
    }

    [Fact]
    public void Enumerations_have_texts_both_ways()
    {
        foreach (var type in new[] { Contracts.Sms, Contracts.Vim }.SelectMany(contract => contract.Enums))
        {
            Assert.All(type.Values, text => Assert.NotNull(type.Parse(text)));
            Assert.Equal(type.Values.Count, type.Values.Select(type.Parse).Distinct().Count());
        }

        Assert.Equal("REMOTE_FAILEDOVER", ReplicationReplicationState.RemoteFailedOver.ToText());
        Assert.True(VpType.TryParseText("DATASERVICE", out var found));
        Assert.Equal(VpType.DataService, found);
        Assert.False(VpType.TryParseText("DataService", out _));
    }
}
