using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Finding inventory objects.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("DC-A/vm/db01", "vm-101")]
    [InlineData("/DC-A/vm/db01/", "vm-101")]
    [InlineData("DC-B/host/Cluster-B/host-51.sim.local", "host-51")]
    [InlineData("DC-A/datastore/nfs-a1", "datastore-23")]
    [InlineData("DC-A", "datacenter-2")]
    [InlineData("", "group-d1")]
    [InlineData("DC-A/vm/nobody", null)]
    [InlineData("Datacenters/DC-A", null)]
    public async Task A_path_leads_from_the_root_by_names(string path, string? id)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        Assert.Equal(id, await FindAsync(simulator, new FindByInventoryPathRequest { InventoryPath = path }));
    }

    [Fact]
    public async Task A_child_is_found_by_its_name()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        Assert.Equal("group-v3", await FindAsync(simulator, new FindChildRequest { Entity = VimClient.Datacenter, Name = "vm" }));
        Assert.Null(await FindAsync(simulator, new FindChildRequest { Entity = VimClient.Machine, Name = "vm" }));
        await VimClient.LogIn(simulator).Soap.FaultAsync<ManagedObjectNotFound>(
            VimClient.SearchIndex, new FindChildRequest { Entity = new("Folder", "group-v99"), Name = "vm" });
    }

    [Fact]
    public async Task A_machine_is_found_by_its_instance_uuid()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string uuid = await simulator.Host.Workspace.RunAsync(w => w.FindVirtualMachine("vm-101")!.InstanceUuid);

        Assert.Equal("vm-101", await FindAsync(simulator, Uuid(uuid)));
        Assert.Equal("vm-101", await FindAsync(simulator, Uuid(uuid.ToUpperInvariant(), VimClient.Datacenter)));
        Assert.Null(await FindAsync(simulator, Uuid(uuid, new("Datacenter", "datacenter-12"))));
        Assert.Null(await FindAsync(simulator, Uuid("8365ab7f-0000-4000-8000-000000000000")));

        // Hosts and BIOS UUIDs are not in the world.
        Assert.Null(await FindAsync(simulator, new FindByUuidRequest { Uuid = uuid, VmSearch = false, InstanceUuid = true }));
        Assert.Null(await FindAsync(simulator, new FindByUuidRequest { Uuid = uuid, VmSearch = true }));
        await VimClient.LogIn(simulator).Soap.FaultAsync<ManagedObjectNotFound>(VimClient.SearchIndex, Uuid(uuid, new("Datacenter", "group-d1")));
    }

    private static FindByUuidRequest Uuid(string uuid, ManagedObjectReference? datacenter = null) =>
        new() { Uuid = uuid, VmSearch = true, InstanceUuid = true, Datacenter = datacenter };

    private static async Task<string?> FindAsync(Simulator simulator, Request request)
    {
        Vmodl.Soap.SoapResponse reply = await VimClient.LogIn(simulator).Soap.CallAsync(VimClient.SearchIndex, request);
        Assert.False(reply.IsFault);
        return ((ManagedObjectReference?)reply.Result)?.Value;
    }
}
