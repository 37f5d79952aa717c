using VasaSim.Server.Sessions;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Calls that wait for changes, and all that ends them.</summary>
public sealed class WaitTests
{
    [Fact]
    public async Task A_change_ends_the_wait()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        (VimClient client, ManagedObjectReference list, string version) = await PrepareAsync(simulator);

        Waiting wait = await WaitAsync(client, version);
        await client.Soap.CallAsync(list, new ModifyListViewRequest { Add = [VimClient.Datastore] });

        UpdateSet updates = Assert.IsType<UpdateSet>((await wait.Reply).Result);
        Assert.Equal(VimClient.Datastore, Assert.Single(updates.FilterSet![0].ObjectSet!).Obj);
    }

    [Fact]
    public async Task Somebody_elses_login_is_seen()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        await client.FilterAsync(VimClient.Spec("SessionManager", ["sessionList"], VimClient.SessionManager));
        string version = (await client.CheckAsync(""))!.Version;

        Waiting wait = await WaitAsync(client, version);
        await simulator.Client().ResultAsync<UserSession>(
            VimClient.SessionManager, new LoginRequest { UserName = "viewer@sim.local", Password = "VasaSim!1" });

        UpdateSet updates = Assert.IsType<UpdateSet>((await wait.Reply).Result);
        Assert.Equal(2, ((VmodlArray)updates.FilterSet![0].ObjectSet![0].ChangeSet![0].Val!).Items.Count);
    }

    [Fact]
    public async Task A_new_filter_ends_the_wait_for_the_first_answer()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        Waiting wait = await WaitAsync(client, "");
        await client.FilterAsync(VimClient.Spec("Folder", ["name"], VimClient.RootFolder));

        Assert.IsType<UpdateSet>((await wait.Reply).Result);
    }

    [Fact]
    public async Task Without_a_change_the_answer_is_unset_when_the_time_is_over()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(realTime: time);
        (VimClient client, _, string version) = await PrepareAsync(simulator);

        Waiting wait = await StartAsync(
            client,
            VimClient.PropertyCollector,
            new WaitForUpdatesExRequest { Version = version, Options = new WaitOptions { MaxWaitSeconds = 60 } });
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(await client.FetchAnyAsync(VimClient.RootFolder, "name"));
        Assert.False(wait.Reply.IsCompleted);

        // The call may have begun at any moment until now; after this its minute is over in any case.
        time.Advance(TimeSpan.FromSeconds(61));
        SoapResponse reply = await wait.Reply;
        Assert.False(reply.IsFault);
        Assert.Null(reply.Result);
    }

    [Fact]
    public async Task A_wait_of_no_time_only_looks()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        (VimClient client, _, string version) = await PrepareAsync(simulator);

        SoapResponse reply = await client.Soap.CallAsync(
            VimClient.PropertyCollector, new WaitForUpdatesExRequest { Version = version, Options = new WaitOptions { MaxWaitSeconds = 0 } });

        Assert.False(reply.IsFault);
        Assert.Null(reply.Result);
    }

    [Theory]
    [InlineData(-1, null, "options.maxWaitSeconds")]
    [InlineData(null, 0, "options.maxObjectUpdates")]
    public async Task Options_that_make_no_sense_are_refused(int? seconds, int? updates, string argument)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        InvalidArgument fault = await VimClient.LogIn(simulator).Soap.FaultAsync<InvalidArgument>(
            VimClient.PropertyCollector,
            new WaitForUpdatesExRequest { Options = new WaitOptions { MaxWaitSeconds = seconds, MaxObjectUpdates = updates } });

        Assert.Equal(argument, fault.InvalidProperty);
    }

    [Fact]
    public async Task A_wait_can_be_canceled()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        (VimClient client, _, string version) = await PrepareAsync(simulator);

        Waiting wait = await WaitAsync(client, version);
        // A cancellation that comes before the wait has no effect.
        while (!wait.Reply.IsCompleted)
        {
            await client.Soap.CallAsync(VimClient.PropertyCollector, new CancelWaitForUpdatesRequest());
        }

        Assert.IsType<RequestCanceled>((await wait.Reply).Fault);
        Assert.Null(await client.CheckAsync(version));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_the_session_ends_its_waits(bool terminated)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        (VimClient client, _, string version) = await PrepareAsync(simulator);

        Waiting wait = await WaitAsync(client, version);
        if (terminated)
        {
            await VimClient.LogIn(simulator).Soap.CallAsync(
                VimClient.SessionManager, new TerminateSessionRequest { SessionId = [client.Session!.Key] });
        }
        else
        {
            await client.Soap.CallAsync(VimClient.SessionManager, new LogoutRequest());
        }

        Assert.IsType<NotAuthenticated>((await wait.Reply).Fault);
    }

    [Fact]
    public async Task The_end_of_the_collector_ends_its_waits()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference collector = await client.Soap.ResultAsync<ManagedObjectReference>(
            VimClient.PropertyCollector, new CreatePropertyCollectorRequest());

        Waiting wait = await StartAsync(client, collector, new WaitForUpdatesRequest());
        await client.Soap.CallAsync(collector, new DestroyPropertyCollectorRequest());

        // Which of the two depends on whether the wait had looked at the collector before.
        Assert.True((await wait.Reply).Fault is RequestCanceled or ManagedObjectNotFound);
    }

    [Fact]
    public async Task A_wait_keeps_its_session_alive()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(realTime: time);
        (VimClient client, ManagedObjectReference list, string version) = await PrepareAsync(simulator);
        SessionStore sessions = simulator.Host.Workspace.Sessions;

        Assert.True(sessions.Keep(client.Session!));
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(sessions.Keep(client.Session!));
        time.Advance(TimeSpan.FromMinutes(29));
        await client.Soap.CallAsync(list, new ModifyListViewRequest { Add = [VimClient.Datastore] });
        Assert.NotNull(await client.CheckAsync(version));
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.False(sessions.Keep(client.Session!));
        await client.Soap.FaultAsync<NotAuthenticated>(VimClient.PropertyCollector, new WaitForUpdatesRequest { Version = version });
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_nothing_behind_that_holds_up_the_end()
    {
        Simulator simulator = await Simulator.StartAsync();
        (VimClient client, _, string version) = await PrepareAsync(simulator);
        using HttpClient http = new() { BaseAddress = simulator.Host.ProductUri };
        SoapClient leaving = new(http) { Session = client.Session!.Id };

        long calls = client.Session.CallCount;
        Task<HttpResponseMessage> wait = leaving.SendAsync(VimClient.PropertyCollector, new WaitForUpdatesRequest { Version = version });
        while (client.Session.CallCount == calls)
        {
            await Task.Yield();
        }

        http.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);

        await client.Soap.ResultAsync<DateTimeOffset>(VimClient.ServiceInstance, new CurrentTimeRequest());
        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_end_of_the_server_ends_all_waits()
    {
        Simulator simulator = await Simulator.StartAsync();
        (VimClient client, _, string version) = await PrepareAsync(simulator);
        Waiting wait = await WaitAsync(client, version);

        await simulator.Host.DisposeAsync();

        Assert.IsType<RequestCanceled>((await wait.Reply).Fault);
        simulator.Http.Dispose();
        simulator.Control.Dispose();
    }

    private static async Task<(VimClient Client, ManagedObjectReference List, string Version)> PrepareAsync(Simulator simulator)
    {
        VimClient client = VimClient.LogIn(simulator);
        ManagedObjectReference list = await client.ListAsync(VimClient.Machine);
        await client.FilterAsync(VimClient.ViewSpec(list, "ManagedEntity", "name"));
        return (client, list, (await client.CheckAsync(""))!.Version);
    }

    private static Task<Waiting> WaitAsync(VimClient client, string version) =>
        StartAsync(client, VimClient.PropertyCollector, new WaitForUpdatesRequest { Version = version });

    // Comes back when the call has arrived: the session counts it then.
    private static async Task<Waiting> StartAsync(VimClient client, ManagedObjectReference target, Request request)
    {
        long calls = client.Session!.CallCount;
        Task<SoapResponse> reply = client.Soap.CallAsync(target, request);
        while (client.Session.CallCount == calls && !reply.IsCompleted)
        {
            await Task.Yield();
        }

        return new Waiting(reply);
    }

    private sealed record Waiting(Task<SoapResponse> Reply);
}
