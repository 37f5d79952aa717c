using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Views, which a session makes for itself.</summary>
public sealed class ViewTests
{
    [Theory]
    [InlineData("VirtualMachine", 10)]
    [InlineData("Datastore", 7)]
    [InlineData("ComputeResource", 2)]
    [InlineData("ManagedEntity", 33)]
    [InlineData("ResourcePool", 0)]
    public async Task A_recursive_view_shows_all_of_a_type_and_of_those_that_extend_it(string type, int count)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        ManagedObjectReference view = await client.ViewAsync(type);

        Assert.Equal("ContainerView", view.Type);
        ManagedObjectReference[] shown = await client.FetchListAsync(view, "view");
        Assert.Equal(count, shown.Distinct().Count());
        Assert.Equal(count, shown.Length);
        Assert.Equal([type], (await client.FetchAsync<VmodlArray>(view, "type")).Items);
        Assert.Equal(VimClient.RootFolder, await client.FetchAsync<ManagedObjectReference>(view, "container"));
        Assert.True(await client.FetchAsync<bool>(view, "recursive"));
    }

    [Theory]
    [InlineData("Folder", "group-d1", new[] { "datacenter-2", "datacenter-12" })]
    [InlineData("Datacenter", "datacenter-2", new[] { "group-v3", "group-h4", "group-s5", "group-n6" })]
    [InlineData("ClusterComputeResource", "domain-c7", new[] { "host-11", "host-12" })]
    [InlineData("HostSystem", "host-52", new[] { "vm-151", "datastore-61", "datastore-62", "datastore-63" })]
    public async Task A_flat_view_shows_what_is_directly_in_the_container(string type, string id, string[] expected)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        ManagedObjectReference view = await client.Soap.ResultAsync<ManagedObjectReference>(
            VimClient.ViewManager, new CreateContainerViewRequest { Container = new(type, id), Recursive = false });

        Assert.Equal(expected, (await client.FetchListAsync(view, "view")).Select(r => r.Value));
    }

    [Fact]
    public async Task A_view_needs_a_container()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        InvalidArgument fault = await client.Soap.FaultAsync<InvalidArgument>(VimClient.ViewManager, Of(VimClient.Machine));
        Assert.Equal("container", fault.InvalidProperty);
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.ViewManager, Of(VimClient.SessionManager));
        await client.Soap.FaultAsync<ManagedObjectNotFound>(VimClient.ViewManager, Of(new("Folder", "group-v99")));
        await VimClient.Anonymous(simulator).Soap.FaultAsync<NotAuthenticated>(VimClient.ViewManager, Of(VimClient.RootFolder));

        static CreateContainerViewRequest Of(ManagedObjectReference container) => new() { Container = container, Recursive = true };
    }

    [Fact]
    public async Task A_list_takes_and_gives_objects()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference gone = new("VirtualMachine", "vm-999");
        ManagedObjectReference list = await client.ListAsync(VimClient.Machine, VimClient.Machine);
        Assert.Equal([VimClient.Machine], await ShownAsync());

        Assert.Equal([gone], await ChangeAsync(new ModifyListViewRequest { Add = [VimClient.RootFolder, gone] }));
        Assert.Equal([VimClient.Machine, VimClient.RootFolder], await ShownAsync());
        Assert.Equal([VimClient.Datastore], await ChangeAsync(new ModifyListViewRequest { Remove = [VimClient.Machine, VimClient.Datastore] }));
        Assert.Equal([VimClient.RootFolder], await ShownAsync());
        Assert.Equal([gone], await ChangeAsync(new ResetListViewRequest { Obj = [VimClient.Datastore, gone] }));
        Assert.Equal([VimClient.Datastore], await ShownAsync());

        await client.Soap.CallAsync(list, new ResetListViewFromViewRequest { View = await client.ViewAsync("Datacenter") });
        Assert.Equal(["datacenter-2", "datacenter-12"], (await ShownAsync()).Select(r => r.Value));
        await client.Soap.CallAsync(list, new ResetListViewFromViewRequest { View = list });
        Assert.Equal(2, (await ShownAsync()).Length);
        await client.Soap.FaultAsync<ManagedObjectNotFound>(list, new ResetListViewFromViewRequest { View = new("ListView", "none") });
        await client.Soap.FaultAsync<ManagedObjectNotFound>(VimClient.ViewManager, new CreateListViewRequest { Obj = [gone] });
        Assert.Empty(await client.FetchListAsync(await client.ListAsync(), "view"));

        Task<ManagedObjectReference[]> ShownAsync() => client.FetchListAsync(list, "view");

        async Task<IReadOnlyList<ManagedObjectReference>> ChangeAsync(Request request) =>
            await client.Soap.ResultAsync<IReadOnlyList<ManagedObjectReference>>(list, request);
    }

    [Fact]
    public async Task A_view_belongs_to_its_session_until_it_is_destroyed()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        VimClient other = VimClient.LogIn(simulator);
        ManagedObjectReference view = await client.ViewAsync("VirtualMachine");
        ManagedObjectReference list = await client.ListAsync();

        Assert.Equal([view, list], await client.FetchListAsync(VimClient.ViewManager, "viewList"));
        Assert.Empty(await other.FetchListAsync(VimClient.ViewManager, "viewList"));
        await other.Soap.FaultAsync<ManagedObjectNotFound>(view, new FetchRequest { Prop = "view" });
        await other.Soap.FaultAsync<ManagedObjectNotFound>(view, new DestroyViewRequest());
        await VimClient.Anonymous(simulator).Soap.FaultAsync<ManagedObjectNotFound>(list, new ModifyListViewRequest());

        await client.Soap.CallAsync(view, new DestroyViewRequest());
        await client.Soap.FaultAsync<ManagedObjectNotFound>(view, new DestroyViewRequest());
        Assert.Equal([list], await client.FetchListAsync(VimClient.ViewManager, "viewList"));
        await client.Soap.FaultAsync<MethodNotFound>(await client.ViewAsync(), new ModifyListViewRequest());
    }

    [Fact]
    public async Task Ids_of_views_are_the_same_in_the_same_run()
    {
        Assert.Equal(await FirstAsync(), await FirstAsync());

        static async Task<ManagedObjectReference> FirstAsync()
        {
            await using Simulator simulator = await Simulator.StartAsync();
            return await VimClient.LogIn(simulator).ViewAsync("Datacenter");
        }
    }
}
