using VasaSim.Lab;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>The world as a vCenter shows it.</summary>
public sealed class InventoryTests
{
    [Fact]
    public async Task Each_site_has_a_datacenter_with_folders_and_a_cluster()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        Assert.Equal("Datacenters", await client.FetchAsync<string>(VimClient.RootFolder, "name"));
        Assert.Equal(
            ["Datacenter:datacenter-2", "Datacenter:datacenter-12"],
            (await client.FetchListAsync(VimClient.RootFolder, "childEntity")).Select(r => r.ToString()));
        Assert.Equal(new("Folder", "group-v3"), await client.FetchAsync<ManagedObjectReference>(VimClient.Datacenter, "vmFolder"));
        Assert.Equal(
            [new ManagedObjectReference("ClusterComputeResource", "domain-c17")],
            await client.FetchListAsync(new("Folder", "group-h14"), "childEntity"));
        Assert.Equal(
            ["host-51", "host-52"], (await client.FetchListAsync(new("ClusterComputeResource", "domain-c17"), "host")).Select(r => r.Value));
        Assert.Equal(ManagedEntityStatus.Green, await client.FetchAsync<ManagedEntityStatus>(VimClient.Machine, "overallStatus"));
        Assert.Equal(["Folder", "Datacenter"], (await client.FetchAsync<VmodlArray>(VimClient.RootFolder, "childType")).Items);
    }

    [Fact]
    public async Task Every_reference_leads_to_an_object_and_every_child_knows_its_parent()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        PropertyFilterSpec everything = new()
        {
            PropSet = [new PropertySpec { Type = "ManagedEntity", All = true }],
            ObjectSet = [VimClient.Everything(VimClient.RootFolder)],
        };

        IReadOnlyList<ObjectContent> objects = await client.RetrieveAsync(everything);

        Dictionary<ManagedObjectReference, ObjectContent> byReference = objects.ToDictionary(o => o.Obj);
        foreach (ObjectContent content in objects)
        {
            Assert.Null(content.MissingSet);
            foreach (ManagedObjectReference reference in content.PropSet!.SelectMany(p => References(p.Val)))
            {
                Assert.Contains(reference, byReference);
            }

            foreach (ManagedObjectReference child in Children(content))
            {
                Assert.Equal(content.Obj, Value(byReference[child], "parent"));
            }
        }

        // The world's machines, datastores and hosts are all there.
        Assert.Equal(10, objects.Count(o => o.Obj.Type == "VirtualMachine"));
        Assert.Equal(7, objects.Count(o => o.Obj.Type == "Datastore"));
        Assert.Equal(4, objects.Count(o => o.Obj.Type == "HostSystem"));
    }

    [Fact]
    public async Task A_datastore_tells_its_size_and_who_mounts_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        DatastoreSummary summary = await client.FetchAsync<DatastoreSummary>(new("Datastore", "datastore-24"), "summary");
        VmodlArray hosts = await client.FetchAsync<VmodlArray>(new("Datastore", "datastore-24"), "host");

        Assert.Equal(("vmfs-a1-span", "VMFS", 1L << 40), (summary.Name, summary.Type, summary.Capacity));
        Assert.False(summary.MultipleHostAccess);
        DatastoreHostMount mount = Assert.IsType<DatastoreHostMount>(Assert.Single(hosts.Items));
        Assert.Equal("host-11", mount.Key.Value);
        Assert.Equal(summary.Url, $"ds://{mount.MountInfo.Path}/");
        Assert.DoesNotContain(
            new ManagedObjectReference("Datastore", "datastore-24"), await client.FetchListAsync(new("HostSystem", "host-12"), "datastore"));
    }

    [Fact]
    public async Task A_slash_in_a_name_is_escaped()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with
        {
            Workspace = o.Workspace with
            {
                Lab = KnownLabs.TwoSites with
                {
                    Sites = [.. KnownLabs.TwoSites.Sites.Select(s => s with { Hosts = [.. s.Hosts.Select(h => h with { Name = $"100%/{h.Name}" })] })],
                },
            },
        });
        VimClient client = VimClient.LogIn(simulator);

        Assert.Equal("100%25%2fhost-11.sim.local", await client.FetchAsync<string>(new("HostSystem", "host-11"), "name"));
        Assert.Equal(
            new("HostSystem", "host-11"),
            await client.Soap.ResultAsync<ManagedObjectReference>(
                VimClient.SearchIndex, new FindByInventoryPathRequest { InventoryPath = "DC-A/host/Cluster-A/100%25%2fhost-11.sim.local" }));
    }

    private static IEnumerable<ManagedObjectReference> Children(ObjectContent content) => content.Obj.Type switch
    {
        "Folder" => References(Value(content, "childEntity")!),
        "Datacenter" => new[] { "vmFolder", "hostFolder", "datastoreFolder", "networkFolder" }.SelectMany(n => References(Value(content, n)!)),
        "ClusterComputeResource" => References(Value(content, "host")!),
        _ => [],
    };

    private static object? Value(ObjectContent content, string name) => content.PropSet!.SingleOrDefault(p => p.Name == name)?.Val;

    private static IEnumerable<ManagedObjectReference> References(object value) => value switch
    {
        ManagedObjectReference one => [one],
        VmodlArray array => array.Items.OfType<ManagedObjectReference>(),
        DatastoreSummary { Datastore: { } datastore } => [datastore],
        _ => [],
    };
}
