using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Changes that a property collector tells of, without waiting for them.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task The_first_answer_tells_all_and_the_next_one_nothing()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference filter = await client.FilterAsync(VimClient.ViewSpec(await client.ViewAsync("Datastore"), "Datastore", "name", "summary"));

        UpdateSet first = (await client.CheckAsync(""))!;

        PropertyFilterUpdate update = Assert.Single(first.FilterSet!);
        Assert.Equal(filter, update.Filter);
        Assert.Equal(7, update.ObjectSet!.Count);
        Assert.All(update.ObjectSet, o => Assert.Equal(ObjectUpdateKind.Enter, o.Kind));
        PropertyChange change = update.ObjectSet[0].ChangeSet![0];
        Assert.Equal(("name", PropertyChangeOp.Assign, "vvol-ds-a1"), (change.Name, change.Op, change.Val));
        Assert.Null(await client.CheckAsync(first.Version));
        Assert.Null(await client.CheckAsync(first.Version));

        // A client may always begin anew.
        Assert.Equal(7, (await client.CheckAsync(""))!.FilterSet![0].ObjectSet!.Count);
    }

    [Fact]
    public async Task A_list_that_changes_makes_objects_enter_and_leave()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference list = await client.ListAsync(VimClient.Machine);
        await client.FilterAsync(VimClient.ViewSpec(list, "ManagedEntity", "name"));
        string version = (await client.CheckAsync(""))!.Version;

        await client.Soap.CallAsync(list, new ModifyListViewRequest { Add = [VimClient.Datastore], Remove = [VimClient.Machine] });
        UpdateSet changed = (await client.CheckAsync(version))!;

        IReadOnlyList<ObjectUpdate> objects = Assert.Single(changed.FilterSet!).ObjectSet!;
        Assert.Equal(
            [(ObjectUpdateKind.Enter, VimClient.Datastore), (ObjectUpdateKind.Leave, VimClient.Machine)], objects.Select(o => (o.Kind, o.Obj)));
        Assert.Null(objects[1].ChangeSet);
        Assert.Null(await client.CheckAsync(changed.Version));

        // Whoever lost the answer asks again and gets the same.
        Assert.Equal(2, (await client.CheckAsync(version))!.FilterSet![0].ObjectSet!.Count);
    }

    [Fact]
    public async Task A_changed_property_is_told_with_its_new_value()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference list = await client.ListAsync();
        await client.FilterAsync(VimClient.Spec("ManagedObjectView", ["view"], list));
        await client.FilterAsync(VimClient.Spec("SessionManager", ["currentSession", "sessionList", "defaultLocale"], VimClient.SessionManager));
        await client.FilterAsync(VimClient.Spec("ServiceInstance", ["serverClock"], VimClient.ServiceInstance));
        string version = (await client.CheckAsync(""))!.Version;

        // Neither the clock nor the counting of calls is a change.
        Assert.Null(await client.CheckAsync(version));

        await client.Soap.CallAsync(list, new ModifyListViewRequest { Add = [VimClient.Machine] });
        await client.Soap.CallAsync(VimClient.SessionManager, new SetLocaleRequest { Locale = "fr" });
        UpdateSet changed = (await client.CheckAsync(version))!;

        Assert.Equal(2, changed.FilterSet!.Count);
        ObjectUpdate view = Assert.Single(changed.FilterSet[0].ObjectSet!);
        Assert.Equal(ObjectUpdateKind.Modify, view.Kind);
        Assert.Equal([VimClient.Machine], Assert.IsType<VmodlArray>(Assert.Single(view.ChangeSet!).Val).Items);
        ObjectUpdate sessions = Assert.Single(changed.FilterSet[1].ObjectSet!);
        Assert.Equal(["currentSession", "sessionList"], sessions.ChangeSet!.Select(c => c.Name).Order());
    }

    [Fact]
    public async Task A_long_answer_is_told_in_parts()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        await client.FilterAsync(VimClient.ViewSpec(await client.ViewAsync("Datastore"), "Datastore", "name"));
        await client.FilterAsync(VimClient.ViewSpec(await client.ViewAsync("HostSystem"), "HostSystem", "name"));
        List<ManagedObjectReference> told = [];
        List<bool> truncated = [];
        string version = "";
        do
        {
            UpdateSet part = await client.Soap.ResultAsync<UpdateSet>(VimClient.PropertyCollector, new WaitForUpdatesExRequest
            {
                Version = version,
                Options = new WaitOptions { MaxWaitSeconds = 0, MaxObjectUpdates = 4 },
            });
            version = part.Version;
            truncated.Add(part.Truncated ?? false);
            told.AddRange(part.FilterSet!.SelectMany(f => f.ObjectSet!).Select(o => o.Obj));
        }
        while (truncated[^1]);

        Assert.Equal([true, true, false], truncated);
        Assert.Equal(11, told.Distinct().Count());
        Assert.Equal(11, told.Count);
        Assert.Null(await client.CheckAsync(version));
    }

    [Fact]
    public async Task A_missing_object_is_told_of_when_the_filter_wants_it_and_refused_otherwise()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference gone = new("VirtualMachine", "vm-999");
        PropertyFilterSpec spec = VimClient.Spec("ManagedEntity", ["name"], gone, VimClient.Machine);

        await client.Soap.FaultAsync<ManagedObjectNotFound>(
            VimClient.PropertyCollector, new CreateFilterRequest { Spec = spec, PartialUpdates = false });
        await client.FilterAsync(new PropertyFilterSpec { PropSet = spec.PropSet, ObjectSet = spec.ObjectSet, ReportMissingObjectsInResults = true });
        UpdateSet first = (await client.CheckAsync(""))!;

        PropertyFilterUpdate update = Assert.Single(first.FilterSet!);
        Assert.Equal(VimClient.Machine, Assert.Single(update.ObjectSet!).Obj);
        MissingObject missing = Assert.Single(update.MissingSet!);
        Assert.Equal(gone, missing.Obj);
        Assert.IsType<ManagedObjectNotFound>(missing.Fault.Fault);
        Assert.Null(await client.CheckAsync(first.Version));
    }

    [Fact]
    public async Task What_may_not_be_read_is_told_once()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator, "viewer");
        await client.FilterAsync(VimClient.Spec("SessionManager", ["sessionList", "defaultLocale"], VimClient.SessionManager));

        UpdateSet first = (await client.CheckAsync(""))!;

        ObjectUpdate update = Assert.Single(Assert.Single(first.FilterSet!).ObjectSet!);
        Assert.Equal("sessionList", Assert.Single(update.MissingSet!).Path);
        Assert.Null(await client.CheckAsync(first.Version));
    }

    [Fact]
    public async Task A_filter_that_selects_nothing_is_answered_at_once_the_first_time()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        Assert.Null(await client.CheckAsync(""));
        await client.FilterAsync(VimClient.ViewSpec(await client.ViewAsync("ResourcePool"), "ManagedEntity", "name"));

        UpdateSet first = (await client.CheckAsync(""))!;

        Assert.Null(first.FilterSet);
        Assert.Null(await client.CheckAsync(first.Version));
    }

    [Fact]
    public async Task A_filter_goes_when_it_is_destroyed_and_with_its_collector()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        PropertyFilterSpec spec = VimClient.Spec("Folder", ["name"], VimClient.RootFolder);
        ManagedObjectReference filter = await client.FilterAsync(spec);
        ManagedObjectReference collector = await client.Soap.ResultAsync<ManagedObjectReference>(
            VimClient.PropertyCollector, new CreatePropertyCollectorRequest());
        ManagedObjectReference inner = await client.FilterAsync(spec, collector);

        Assert.Equal([filter], await client.FetchListAsync(VimClient.PropertyCollector, "filter"));
        Assert.Equal([inner], await client.FetchListAsync(collector, "filter"));
        Assert.False(await client.FetchAsync<bool>(filter, "partialUpdates"));
        Assert.Equal("Folder", Assert.Single((await client.FetchAsync<PropertyFilterSpec>(filter, "spec")).PropSet).Type);
        await VimClient.LogIn(simulator).Soap.FaultAsync<ManagedObjectNotFound>(filter, new DestroyPropertyFilterRequest());

        // Collectors count their versions for themselves.
        Assert.NotNull(await client.CheckAsync(""));
        Assert.Equal("1", (await client.CheckAsync("", collector))!.Version);

        await client.Soap.CallAsync(collector, new DestroyPropertyCollectorRequest());
        await client.Soap.FaultAsync<ManagedObjectNotFound>(inner, new DestroyPropertyFilterRequest());
        await client.Soap.FaultAsync<ManagedObjectNotFound>(collector, new CheckForUpdatesRequest());
        await client.Soap.FaultAsync<NotSupported>(VimClient.PropertyCollector, new DestroyPropertyCollectorRequest());
        await client.Soap.CallAsync(filter, new DestroyPropertyFilterRequest());
        Assert.Empty(await client.FetchListAsync(VimClient.PropertyCollector, "filter"));
    }

    [Fact]
    public async Task A_version_that_was_never_told_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        await client.FilterAsync(VimClient.Spec("Folder", ["name"], VimClient.RootFolder));

        await client.Soap.FaultAsync<InvalidCollectorVersion>(VimClient.PropertyCollector, new CheckForUpdatesRequest { Version = "7" });
        await client.Soap.FaultAsync<InvalidCollectorVersion>(VimClient.PropertyCollector, new WaitForUpdatesRequest { Version = "7" });
        await client.Soap.FaultAsync<InvalidCollectorVersion>(VimClient.PropertyCollector, new WaitForUpdatesExRequest { Version = "x" });
    }
}
