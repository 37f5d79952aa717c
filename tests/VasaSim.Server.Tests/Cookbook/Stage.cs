using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using VasaSim.Server.Tests.Journal;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>A simulator with a sample in force, and a client that makes the calls which the cookbook speaks of.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public static readonly ManagedObjectReference Source = SmsClient.Provider(1);
    public static readonly ManagedObjectReference Target = SmsClient.Provider(3);

    private readonly Simulator _simulator;

    private Stage(Simulator simulator)
    {
        _simulator = simulator;
        Sms = SmsClient.LogIn(simulator);
    }

    public SmsClient Sms { get; }

    public SoapClient Soap => Sms.Soap;

    /// <summary>Starts one with a file of <c>samples/rules/</c>, of <c>samples/labs/</c>, or both. Its clock is frozen.</summary>
    public static async Task<Stage> StartAsync(string? rules = null, string? lab = null, bool instantTasks = true, TimeProvider? realTime = null)
    {
        Simulator simulator = await Simulator.StartAsync(
            o => o with { Workspace = o.Workspace with { Lab = lab is null ? null : Samples.Lab(lab), InstantTasks = instantTasks } }, realTime);
        Stage stage = new(simulator);
        if (rules is not null)
        {
            using StringContent file = new(Samples.Text($"rules/{rules}.yaml"), new MediaTypeHeaderValue("application/yaml"));
            using HttpResponseMessage answer = await simulator.Control.PutAsync(
                new Uri("/_sim/v1/rules", UriKind.Relative), file, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        return stage;
    }

    /// <summary>A group of site B.</summary>
    public static ReplicationGroupId AtB(string id) => SmsClient.Group("fd-b1", id);

    public static SyncReplicationGroupRequest Sync(params string[] groups) =>
        new() { GroupId = [.. groups.Select(AtB)], PitName = "x" };

    public static FailoverReplicationGroupRequest FailOver(string group, bool isPlanned = false) => new()
    {
        FailoverParam = new FailoverParam
        {
            IsPlanned = isPlanned,
            CheckOnly = false,
            ReplicationGroupsToFailover = [new ReplicationGroupData { GroupId = AtB(group) }],
        },
    };

    public static PrepareFailoverReplicationGroupRequest Prepare(params string[] groups) =>
        new() { GroupId = [.. groups.Select(g => SmsClient.Group("fd-a1", g))] };

    public static QueryReplicationGroupRequest Query(params string[] groups) => new() { GroupId = [.. groups.Select(AtB)] };

    /// <summary>The one fault of a group's result.</summary>
    public static MethodFault ErrorOf(GroupOperationResult result) =>
        Assert.Single(Assert.IsType<GroupErrorResult>(result).Error).Fault;

    /// <summary>Starts a task that must start.</summary>
    public Task<ManagedObjectReference> BeginAsync(Request request) => Soap.ResultAsync<ManagedObjectReference>(Target, request);

    /// <summary>What the service tells of a task.</summary>
    public Task<SmsTaskInfo> InfoAsync(ManagedObjectReference task) => Soap.ResultAsync<SmsTaskInfo>(task, new QuerySmsTaskInfoRequest());

    /// <summary>The results of a task at site B that ends at once.</summary>
    public Task<IReadOnlyList<GroupOperationResult>> RunAsync(Request request) => Sms.RunAsync(Target, request);

    /// <summary>Moves the simulated time on.</summary>
    public async Task AdvanceAsync(string by)
    {
        using HttpResponseMessage answer = await _simulator.Control.PostAsJsonAsync(
            new Uri("/_sim/v1/clock/advance", UriKind.Relative), new { by }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The rules that applied to the last call, as the journal has it.</summary>
    public async Task<string[]> RulesOfLastCallAsync() =>
        [.. (await new JournalClient(_simulator).LastAsync())["rules"]!.AsArray().Select(r => (string)r!)];

    /// <summary>Another client, with a session of its own.</summary>
    public void LogInAgain() => Soap.Session = SmsClient.LogIn(_simulator).Soap.Session;

    /// <summary>Makes a call over a socket of its own.</summary>
    public Task<RawCall> CallRawAsync(ManagedObjectReference target, Request request) =>
        RawCall.SendAsync(_simulator.Host.ProductUri, Soap, target, request);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
