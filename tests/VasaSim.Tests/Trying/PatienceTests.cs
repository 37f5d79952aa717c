using VasaSim.Trying;
using VasaSim.Trying.Reporting;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Tests.Trying;

/// <summary>What the client does again, how often and how late; against answers that a test says.</summary>
public class PatienceTests
{
    private static readonly ManagedObjectReference _provider = new("VasaProvider", "vasaProvider-3");
    private static readonly Answer _task = Answer.Ok(new ManagedObjectReference("SmsTask", "smsTask-1"));
    private static readonly Answer _busy = Answer.Failed(new ProviderBusy(), null);
    private static readonly Answer _noSession = Answer.Failed(new InvalidSession { SessionCookie = "x" }, null);

    private readonly SkippedTime _time = new();

    [Fact]
    public async Task A_busy_provider_is_asked_three_times_more_and_later_each_time()
    {
        ScriptedConnection connection = new(_busy, _busy, _busy, _busy);

        Answer answer = await CallAsync(connection);

        Assert.IsType<ProviderBusy>(answer.Fault);
        Assert.Equal([1, 2, 4], _time.Waits);
        Assert.Equal(4, connection.Methods.Count);
    }

    [Fact]
    public async Task A_provider_that_is_not_busy_any_more_is_not_asked_again()
    {
        ScriptedConnection connection = new(_busy, Answer.Ok("done"));

        Assert.Equal("done", (await CallAsync(connection)).Result);
        Assert.Equal([1], _time.Waits);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_once_more()
    {
        Assert.Equal("done", (await CallAsync(new ScriptedConnection(Answer.Lost("reset"), Answer.Ok("done")))).Result);

        ScriptedConnection connection = new(Answer.Lost("reset"), Answer.Lost("again"));
        Answer answer = await CallAsync(connection);
        Assert.True(answer.IsLost);
        Assert.Equal(2, connection.Methods.Count);
    }

    [Fact]
    public async Task Without_a_session_it_logs_in_again_once()
    {
        ScriptedConnection connection = new(_noSession, Answer.Ok("done"));
        Assert.Equal("done", (await CallAsync(connection)).Result);
        Assert.Equal(["QueryProviderInfo", "Login", "QueryProviderInfo"], connection.Methods);

        connection = new ScriptedConnection(_noSession, _noSession);
        Assert.IsType<InvalidSession>((await CallAsync(connection)).Fault);
        Assert.Equal(["QueryProviderInfo", "Login", "QueryProviderInfo"], connection.Methods);

        connection = new ScriptedConnection(Answer.Failed(new NotAuthenticated(), null), Answer.Ok("done"));
        Assert.Equal("done", (await CallAsync(connection)).Result);
    }

    [Fact]
    public async Task A_task_is_asked_for_less_and_less_often()
    {
        GroupResult result = Assert.Single(await SyncAsync(
            new ScriptedConnection(_task, Running(), Running(), Running(), Running(), Running(), Running(), Ended(Done("a"))), "a"));

        Assert.Null(result.Failure);
        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1.6, 2], _time.Waits);
    }

    [Fact]
    public async Task A_task_that_does_not_end_is_given_up()
    {
        Answer[] running = [.. Enumerable.Repeat(Running(), 10)];

        GroupResult result = Assert.Single(await SyncAsync(new ScriptedConnection([_task, .. running]), "a"));

        Assert.StartsWith("smsTask-1 is still running after 5s", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_cannot_be_asked_for_does_not_start_another_one()
    {
        ScriptedConnection connection = new(_task, _busy, _busy, _busy, _busy);

        GroupResult result = Assert.Single(await SyncAsync(connection, "a"));

        Assert.Equal("smsTask-1 cannot be asked: ProviderBusy", result.Failure);
        Assert.Single(connection.Methods, "SyncReplicationGroup_Task");
    }

    [Fact]
    public async Task Too_many_by_the_task_splits_the_batch_too_and_a_size_that_cannot_be_true_is_none()
    {
        ScriptedConnection connection = new(
            _task, Error(new TooMany { MaxBatchSize = 2 }), _task, Ended(Done("a"), Done("b")), _task, Ended(Done("c")));
        Assert.All(await SyncAsync(connection, "a", "b", "c"), r => Assert.Null(r.Failure));
        Assert.Equal([3, 2, 1], Sizes(connection));

        connection = new ScriptedConnection(Answer.Failed(new TooMany { MaxBatchSize = 2 }, null), _task, Ended(Done("a")), _task, Ended(Done("b")));
        Assert.All(await SyncAsync(connection, "a", "b"), r => Assert.Null(r.Failure));
        Assert.Equal([2, 1, 1], Sizes(connection));
    }

    [Fact]
    public async Task A_single_group_that_is_too_many_has_failed()
    {
        GroupResult result = Assert.Single(await SyncAsync(new ScriptedConnection(Answer.Failed(new TooMany { MaxBatchSize = 0 }, null)), "a"));
        Assert.Equal("TooMany maxBatchSize=0", result.Failure);
    }

    [Fact]
    public async Task Busy_groups_are_tried_again_and_the_others_are_not()
    {
        SyncOngoing ongoing = new() { Task = new ManagedObjectReference("SmsTask", "smsTask-9") };
        ScriptedConnection connection = new(
            _task, Ended(Done("a"), Failed("b", ongoing), Failed("c", new PeerNotReachable())), _task, Ended(Failed("b", new ProviderBusy())), _task, Ended(Done("b")));

        IReadOnlyList<GroupResult> results = await SyncAsync(connection, "a", "b", "c");

        Assert.Equal([null, null, "PeerNotReachable"], results.Select(r => r.Failure));
        Assert.Equal([3, 1, 1], Sizes(connection));
        Assert.Equal([1, 2], _time.Waits);
    }

    [Fact]
    public async Task A_provider_that_says_by_the_task_that_it_is_busy_is_asked_again()
    {
        ScriptedConnection connection = new(_task, Error(new ProviderBusy()), _task, Ended(Done("a")));
        Assert.Null(Assert.Single(await SyncAsync(connection, "a")).Failure);
        Assert.Equal([1], _time.Waits);
    }

    [Fact]
    public async Task Already_done_is_success_and_a_group_that_is_not_named_is_none()
    {
        IReadOnlyList<GroupResult> results = await SyncAsync(new ScriptedConnection(_task, Ended(Failed("a", new AlreadyDone()))), "a", "b");
        Assert.Equal([null, "the answer does not name the group"], results.Select(r => r.Failure));
    }

    private SmsClient Client(ScriptedConnection connection) =>
        new(connection, new Credentials("me", "secret"), new TableReport(TextWriter.Null), _time);

    private Task<Answer> CallAsync(ScriptedConnection connection) =>
        Client(connection).CallAsync(_provider, new QueryProviderInfoRequest(), [], TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<GroupResult>> SyncAsync(ScriptedConnection connection, params string[] groups)
    {
        SmsClient client = Client(connection);
        GroupCalls calls = new(client, new TaskWait(client, TimeSpan.FromSeconds(5), _time), _time);
        return calls.RunAsync(
            [.. groups.Select(g => new KnownGroup(new GroupKey("fd", g), _provider, null))],
            ids => new SyncReplicationGroupRequest { GroupId = ids, PitName = "x" },
            TestContext.Current.CancellationToken);
    }

    private static IEnumerable<int> Sizes(ScriptedConnection connection) =>
        connection.Requests.OfType<SyncReplicationGroupRequest>().Select(r => r.GroupId!.Count);

    private static GroupOperationResult Done(string group) => new() { GroupId = new GroupKey("fd", group).ToWire() };

    private static GroupErrorResult Failed(string group, MethodFault fault) => new()
    {
        GroupId = new GroupKey("fd", group).ToWire(),
        Error = [new LocalizedMethodFault { Fault = fault }],
    };

    private static Answer Running() => TaskIn("running", null, null);

    private static Answer Ended(params GroupOperationResult[] results) => TaskIn("success", VmodlArray.Of(results), null);

    private static Answer Error(MethodFault fault) => TaskIn("error", null, fault);

    private static Answer TaskIn(string state, object? result, MethodFault? error) => Answer.Ok(new SmsTaskInfo
    {
        Key = "smsTask-1",
        Task = new ManagedObjectReference("SmsTask", "smsTask-1"),
        State = state,
        Result = result,
        Error = error is null ? null : new LocalizedMethodFault { Fault = error },
    });
}
