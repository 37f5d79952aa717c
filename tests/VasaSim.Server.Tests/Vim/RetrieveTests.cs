using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Reading properties of many objects at once.</summary>
public sealed class RetrieveTests
{
    [Fact]
    public async Task Selections_that_lead_in_circles_select_each_object_once()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        IReadOnlyList<ObjectContent> objects = await VimClient.LogIn(simulator).RetrieveAsync(new PropertyFilterSpec
        {
            PropSet = [new PropertySpec { Type = "ManagedEntity", PathSet = ["name"] }],
            ObjectSet = [VimClient.Everything(VimClient.Machine)],
        });

        Assert.Equal(objects.Count, objects.Select(o => o.Obj).Distinct().Count());
        Assert.Equal(34, objects.Count);
        Assert.Equal(VimClient.Machine, objects[0].Obj);
    }

    [Fact]
    public async Task A_specification_for_a_base_type_fits_the_types_that_extend_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        PropertyFilterSpec spec = new()
        {
            PropSet =
            [
                new PropertySpec { Type = "ManagedEntity", PathSet = ["name", "parent"] },
                new PropertySpec { Type = "Datastore", PathSet = ["summary.type", "name"] },
                new PropertySpec { Type = "ResourcePool", PathSet = ["owner"] },
            ],
            ObjectSet = [new ObjectSpec { Obj = VimClient.Datastore }, new ObjectSpec { Obj = VimClient.RootFolder }, new ObjectSpec { Obj = VimClient.SessionManager }],
        };

        IReadOnlyList<ObjectContent> objects = await VimClient.LogIn(simulator).RetrieveAsync(spec);

        // The session manager is of no type that was asked for; the root has no parent.
        Assert.Equal([VimClient.Datastore, VimClient.RootFolder], objects.Select(o => o.Obj));
        Assert.Equal(["name", "parent", "summary.type"], objects[0].PropSet!.Select(p => p.Name));
        Assert.Equal("VVOL", objects[0].PropSet![2].Val);
        Assert.Equal(["name"], objects[1].PropSet!.Select(p => p.Name));
    }

    [Fact]
    public async Task A_skipped_object_is_passed_but_not_returned()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        PropertyFilterSpec spec = new()
        {
            PropSet = [new PropertySpec { Type = "ManagedEntity" }],
            ObjectSet =
            [
                new ObjectSpec
                {
                    Obj = VimClient.RootFolder,
                    Skip = true,
                    SelectSet =
                    [
                        new TraversalSpec
                        {
                            Type = "Folder",
                            Path = "childEntity",
                            Skip = true,
                            SelectSet = [new TraversalSpec { Type = "Datacenter", Path = "vmFolder" }],
                        },
                    ],
                },
            ],
        };

        IReadOnlyList<ObjectContent> objects = await VimClient.LogIn(simulator).RetrieveAsync(spec);

        Assert.Equal(["group-v3", "group-v13"], objects.Select(o => o.Obj.Value));
        Assert.All(objects, o => Assert.Null(o.PropSet));
    }

    [Fact]
    public async Task All_properties_of_an_object_are_those_of_its_own_type()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        PropertyFilterSpec spec = new()
        {
            PropSet = [new PropertySpec { Type = "ManagedEntity", All = true }],
            ObjectSet = [new ObjectSpec { Obj = VimClient.Datastore }],
        };

        ObjectContent content = Assert.Single(await client.RetrieveAsync(spec));

        Assert.Equal(["host", "name", "overallStatus", "parent", "summary", "vm"], content.PropSet!.Select(p => p.Name).Order());
    }

    [Theory]
    [InlineData("Folder", "nothing", "nothing")]
    [InlineData("ManagedEntity", "childEntity", "childEntity")]
    [InlineData("Datastore", "summary.nothing", "summary.nothing")]
    public async Task An_unknown_property_fails_the_whole_call(string type, string path, string name)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        PropertyFilterSpec spec = VimClient.Spec(type, [path], VimClient.RootFolder);
        VimClient client = VimClient.LogIn(simulator);

        Assert.Equal(name, (await Fails<InvalidProperty>(new RetrievePropertiesRequest { SpecSet = [spec] })).Name);
        Assert.Equal(name, (await Fails<InvalidProperty>(new RetrievePropertiesExRequest { SpecSet = [spec], Options = new RetrieveOptions() })).Name);
        Assert.Equal(name, (await Fails<InvalidProperty>(new CreateFilterRequest { Spec = spec, PartialUpdates = true })).Name);

        Task<T> Fails<T>(Request request) => client.Soap.FaultAsync<T>(VimClient.PropertyCollector, request);
    }

    [Fact]
    public async Task A_step_by_an_unknown_property_or_to_an_unknown_name_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        await client.Soap.FaultAsync<InvalidProperty>(
            VimClient.PropertyCollector, With(new TraversalSpec { Type = "Folder", Path = "children" }));
        InvalidArgument fault = await client.Soap.FaultAsync<InvalidArgument>(
            VimClient.PropertyCollector, With(new SelectionSpec { Name = "elsewhere" }));
        Assert.Equal("specSet.objectSet.selectSet.name", fault.InvalidProperty);

        // What is not simulated is not looked into.
        await client.Soap.ResultAsync<IReadOnlyList<ObjectContent>>(
            VimClient.PropertyCollector, With(new TraversalSpec { Type = "ResourcePool", Path = "owner" }));

        static RetrievePropertiesRequest With(SelectionSpec selection) => new()
        {
            SpecSet =
            [
                new PropertyFilterSpec
                {
                    PropSet = [new PropertySpec { Type = "Folder", PathSet = ["name"] }],
                    ObjectSet = [new ObjectSpec { Obj = VimClient.RootFolder, SelectSet = [selection] }],
                },
            ],
        };
    }

    [Fact]
    public async Task A_property_newer_than_the_caller_is_unknown_here_too()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        client.Soap.Version = ApiVersion.Parse("6.7");

        await client.Soap.FaultAsync<InvalidProperty>(
            VimClient.PropertyCollector, new RetrievePropertiesRequest { SpecSet = [VimClient.Spec("Folder", ["namespace"], VimClient.RootFolder)] });
        ObjectContent all = Assert.Single(await client.RetrieveAsync(new PropertyFilterSpec
        {
            PropSet = [new PropertySpec { Type = "ServiceInstance", All = true }],
            ObjectSet = [new ObjectSpec { Obj = VimClient.ServiceInstance }],
        }));
        Assert.Null(((Capability)all.PropSet!.Single(p => p.Name == "capability").Val).HadcsSupported);
    }

    [Fact]
    public async Task An_object_that_is_not_there_fails_the_call_unless_it_is_to_be_left_out()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference gone = new("VirtualMachine", "vm-999");
        PropertyFilterSpec spec = VimClient.Spec("ManagedEntity", ["name"], VimClient.Machine, gone);

        ManagedObjectNotFound fault = await client.Soap.FaultAsync<ManagedObjectNotFound>(
            VimClient.PropertyCollector, new RetrievePropertiesRequest { SpecSet = [spec] });

        Assert.Equal(gone, fault.Obj);
        PropertyFilterSpec tolerant = new() { PropSet = spec.PropSet, ObjectSet = spec.ObjectSet, ReportMissingObjectsInResults = true };
        Assert.Equal(VimClient.Machine, Assert.Single(await client.RetrieveAsync(tolerant)).Obj);
    }

    [Fact]
    public async Task What_the_caller_may_not_read_is_in_the_missing_set()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        PropertyFilterSpec spec = VimClient.Spec("SessionManager", ["defaultLocale", "sessionList", "message"], VimClient.SessionManager);

        ObjectContent viewer = Assert.Single(await VimClient.LogIn(simulator, "viewer").RetrieveAsync(spec));
        ObjectContent anonymous = Assert.Single(await VimClient.Anonymous(simulator).RetrieveAsync(spec));

        Assert.Equal("defaultLocale", Assert.Single(viewer.PropSet!).Name);
        MissingProperty missing = Assert.Single(viewer.MissingSet!);
        Assert.Equal("sessionList", missing.Path);
        Assert.Equal("Sessions.TerminateSession", Assert.IsType<NoPermission>(missing.Fault.Fault).PrivilegeId);
        Assert.Equal(["sessionList", "message"], anonymous.MissingSet!.Select(m => m.Path));
        Assert.All(anonymous.MissingSet!, m => Assert.IsType<NotAuthenticated>(m.Fault.Fault));
    }

    [Fact]
    public async Task An_anonymous_caller_gets_nowhere()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        ObjectContent content = Assert.Single(await VimClient.Anonymous(simulator).RetrieveAsync(new PropertyFilterSpec
        {
            PropSet = [new PropertySpec { Type = "ManagedEntity", PathSet = ["name"] }],
            ObjectSet = [VimClient.Everything(VimClient.RootFolder)],
        }));

        Assert.Equal(VimClient.RootFolder, content.Obj);
        Assert.Null(content.PropSet);
    }

    [Fact]
    public async Task Pages_are_fetched_with_the_token_of_the_page_before()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        PropertyFilterSpec spec = VimClient.ViewSpec(await client.ViewAsync("VirtualMachine"), "VirtualMachine", "name");

        RetrieveResult first = await PageAsync(4);
        RetrieveResult second = await NextAsync(first.Token!);
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.PropertyCollector, new ContinueRetrievePropertiesExRequest { Token = first.Token! });
        RetrieveResult last = await NextAsync(second.Token!);

        Assert.Equal([4, 4, 2], new[] { first, second, last }.Select(p => p.Objects.Count));
        Assert.Equal(10, first.Objects.Concat(second.Objects).Concat(last.Objects).Select(o => o.Obj).Distinct().Count());
        Assert.Null(last.Token);
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.PropertyCollector, new ContinueRetrievePropertiesExRequest { Token = second.Token! });

        RetrieveResult again = await PageAsync(9);
        await client.Soap.CallAsync(VimClient.PropertyCollector, new CancelRetrievePropertiesExRequest { Token = again.Token! });
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.PropertyCollector, new CancelRetrievePropertiesExRequest { Token = again.Token! });
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.PropertyCollector, new ContinueRetrievePropertiesExRequest { Token = again.Token! });

        Task<RetrieveResult> PageAsync(int size) => client.Soap.ResultAsync<RetrieveResult>(
            VimClient.PropertyCollector, new RetrievePropertiesExRequest { SpecSet = [spec], Options = new RetrieveOptions { MaxObjects = size } });

        Task<RetrieveResult> NextAsync(string token) => client.Soap.ResultAsync<RetrieveResult>(
            VimClient.PropertyCollector, new ContinueRetrievePropertiesExRequest { Token = token });
    }

    [Fact]
    public async Task A_result_without_objects_is_unset_and_a_page_without_room_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        PropertyFilterSpec nothing = VimClient.Spec("Datastore", ["name"], VimClient.RootFolder);

        Assert.Null((await client.Soap.CallAsync(
            VimClient.PropertyCollector, new RetrievePropertiesExRequest { SpecSet = [nothing], Options = new RetrieveOptions() })).Result);
        Assert.Empty(await client.RetrieveAsync(nothing));
        await client.Soap.FaultAsync<InvalidArgument>(
            VimClient.PropertyCollector, new RetrievePropertiesExRequest { SpecSet = [nothing], Options = new RetrieveOptions { MaxObjects = 0 } });
    }
}
