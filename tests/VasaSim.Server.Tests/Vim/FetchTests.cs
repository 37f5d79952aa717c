using System.Reflection;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Reading one property.</summary>
public sealed class FetchTests
{
    [Fact]
    public async Task Every_property_that_the_contract_lists_can_be_read()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        foreach (ManagedObjectReference target in await OneOfEachAsync(client))
        {
            foreach (Vmodl.MemberInfo property in PropertiesOf(target.Type))
            {
                SoapResponse reply = await client.Soap.CallAsync(target, new FetchRequest { Prop = property.Name });
                Assert.False(reply.IsFault, $"{target}.{property.Name}: {reply.FaultString}");
                Assert.True(property.Optional || property.IsArray || reply.Result is not null, $"{target}.{property.Name} is not optional.");
                Assert.True(!property.IsArray || reply.Result is VmodlArray, $"{target}.{property.Name} is a list.");
            }
        }
    }

    [Theory]
    [InlineData("ServiceInstance", "ServiceInstance", "content")]
    [InlineData("ServiceInstance", "ServiceInstance", "content.about")]
    [InlineData("ServiceInstance", "ServiceInstance", "capability")]
    [InlineData("SessionManager", "SessionManager", "currentSession")]
    [InlineData("Datastore", "datastore-21", "summary")]
    public async Task Each_member_of_the_data_in_a_property_can_be_read_alone(string type, string id, string path)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference target = new(type, id);
        DataObject whole = await client.FetchAsync<DataObject>(target, path);

        foreach (Vmodl.MemberInfo member in whole.TypeInfo.AllMembers)
        {
            object? expected = whole.GetType().GetProperty(member.Name, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!.GetValue(whole);
            object? alone = await client.FetchAnyAsync(target, $"{path}.{member.Name}");
            if (expected is null)
            {
                Assert.True(alone is null or VmodlArray { Items.Count: 0 }, $"{member.Name} is set.");
            }
            else if (expected is DataObject)
            {
                Assert.IsType(expected.GetType(), alone);
            }
            else if (member.Name is not "callCount")
            {
                Assert.Equal(expected, alone);
            }
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("Name")]
    [InlineData("")]
    [InlineData("name.")]
    [InlineData("name.length")]
    [InlineData("childEntity.name")]
    public async Task An_unknown_property_is_InvalidProperty(string property)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        InvalidProperty fault = await VimClient.LogIn(simulator).Soap.FaultAsync<InvalidProperty>(
            VimClient.RootFolder, new FetchRequest { Prop = property });

        Assert.Equal(property, fault.Name);
    }

    [Fact]
    public async Task A_property_newer_than_the_caller_is_unknown_to_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        Assert.Null(await client.FetchAnyAsync(VimClient.RootFolder, "namespace"));
        Assert.NotNull(await client.FetchAnyAsync(VimClient.ServiceInstance, "capability.hadcsSupported"));
        client.Soap.Version = ApiVersion.Parse("6.7");
        await client.Soap.FaultAsync<InvalidProperty>(VimClient.RootFolder, new FetchRequest { Prop = "namespace" });
        await client.Soap.FaultAsync<InvalidProperty>(VimClient.ServiceInstance, new FetchRequest { Prop = "capability.hadcsSupported" });
        Assert.Null((await client.FetchAsync<AboutInfo>(VimClient.ServiceInstance, "content.about")).PatchLevel);
    }

    [Fact]
    public async Task An_anonymous_caller_reads_only_what_needs_no_session()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient anonymous = VimClient.Anonymous(simulator);

        await anonymous.FetchAsync<ServiceContent>(VimClient.ServiceInstance, "content");
        NotAuthenticated fault = await anonymous.Soap.FaultAsync<NotAuthenticated>(VimClient.RootFolder, new FetchRequest { Prop = "name" });
        Assert.Equal((VimClient.RootFolder, "System.View"), (fault.Object, fault.PrivilegeId));

        // A property without a privilege of its own is not therefore public.
        await anonymous.Soap.FaultAsync<NotAuthenticated>(VimClient.Datastore, new FetchRequest { Prop = "summary" });
    }

    [Fact]
    public async Task What_leads_to_objects_that_are_not_simulated_leads_nowhere()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        Assert.Null(await client.FetchAnyAsync(VimClient.Machine, "parentVApp"));
        Assert.Null(await client.FetchAnyAsync(VimClient.Machine, "resourcePool"));
        Assert.Empty((await client.FetchAsync<VmodlArray>(VimClient.Machine, "network")).Items);
        await client.Soap.FaultAsync<InvalidProperty>(VimClient.Machine, new FetchRequest { Prop = "config" });
    }

    [Fact]
    public async Task An_object_that_is_not_there_or_of_another_type_is_not_found()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        foreach (ManagedObjectReference wrong in new ManagedObjectReference[] { new("Folder", "group-v99"), new("Datastore", "vm-101"), new("", "vm-101") })
        {
            ManagedObjectNotFound fault = await client.Soap.FaultAsync<ManagedObjectNotFound>(wrong, new FetchRequest { Prop = "name" });
            Assert.Equal(wrong, fault.Obj);
        }

        Assert.Equal("db01", await client.FetchAsync<string>(new("ManagedEntity", "vm-101"), "name"));
    }

    private static async Task<ManagedObjectReference[]> OneOfEachAsync(VimClient client)
    {
        ManagedObjectReference list = await client.ListAsync(VimClient.Machine);
        ManagedObjectReference view = await client.ViewAsync();
        ManagedObjectReference filter = await client.FilterAsync(VimClient.Spec("Folder", ["name"], VimClient.RootFolder));
        return
        [
            VimClient.ServiceInstance, VimClient.SessionManager, VimClient.PropertyCollector, VimClient.ViewManager, VimClient.SearchIndex,
            VimClient.RootFolder, VimClient.Datacenter, new("ClusterComputeResource", "domain-c7"), new("HostSystem", "host-11"),
            VimClient.Datastore, VimClient.Machine, list, view, filter,
        ];
    }

    private static IEnumerable<Vmodl.MemberInfo> PropertiesOf(string type)
    {
        for (ManagedObjectInfo? at = Contracts.Vim.FindManagedObject(type); at is not null; at = at.Base)
        {
            foreach (Vmodl.MemberInfo property in at.Properties)
            {
                yield return property;
            }
        }
    }
}
