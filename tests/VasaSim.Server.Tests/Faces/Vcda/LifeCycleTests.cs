using VasaSim.Core.Lab;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>
/// What each operation answers in each situation of a replication's life. What is done is told by the state after it
/// (<see cref="LifeCycle.StateOf"/>), or <c>gone</c> when there is no replication any more. With <c>!</c> it is what stands
/// against it: the <c>state</c>, <c>paused</c> and <c>going</c> for the pause that forbids or is missing, the <c>link</c>,
/// missing <c>data</c>, a running <c>sync</c>, another task (<c>busy</c>).
/// </summary>
public sealed class LifeCycleTests
{
    private const string Table = """
        situation    | sync      pause     resume failover     failover-test cleanup   migrate     reverse reconfigure       storage-profile   chown             stop
        running      | N:OK      Np:PAUSED !going C:FINISHED   T:OK          !state    C:FINISHED  !state  N:OK              N:OK              N:OK              gone
        paused       | !paused   !paused   N:OK   C:FINISHED   Tp:PAUSED     !state    C:FINISHED  !state  Np:PAUSED         Np:PAUSED         Np:PAUSED         gone
        waiting      | N:OK      Np:PAUSED !going !data        !data         !state    C:FINISHED  !state  N:UNKNOWN         N:UNKNOWN         N:UNKNOWN         gone
        initial      | N:OK      Np:PAUSED !going !data        !data         !state    C:FINISHED  !state  N:INITIAL_SYNCING N:INITIAL_SYNCING N:INITIAL_SYNCING gone
        cut          | !link     Np:PAUSED !going C:FINISHED   T:ERROR       !state    !link       !state  N:ERROR           N:ERROR           N:ERROR           gone
        test         | T:OK      !state    !going !state       !state        N:OK      C:FINISHED  !state  T:OK              T:OK              T:OK              gone
        paused test  | !paused   !state    T:OK   !state       !state        Np:PAUSED C:FINISHED  !state  Tp:PAUSED         Tp:PAUSED         Tp:PAUSED         gone
        complete     | !state    !state    !state !state       !state        !state    !state      Nr:OK   C:FINISHED        !state            C:FINISHED        gone
        cut complete | !state    !state    !state !state       !state        !state    !state      !link   C:FINISHED        !state            C:FINISHED        gone
        reversed     | Nr:OK     Npr:PAUSED !going Cr:FINISHED Tr:OK         !state    Cr:FINISHED !state  Nr:OK             Nr:OK             Nr:OK             gone
        off          | N:POWERED_OFF Np:PAUSED !going C:FINISHED T:POWERED_OFF !state  C:FINISHED  !state  N:POWERED_OFF     N:POWERED_OFF     N:POWERED_OFF     gone
        syncing      | !sync     !sync     !sync  !sync        !sync         !sync     !sync       !sync   !sync             !sync             N:SYNCING         !sync
        busy         | !busy     !busy     !busy  !busy        !busy         !busy     !busy       !busy   !busy             !busy             I:OK              !busy
        stopped      | 404       404       404    404          404           404       404         404     404               404               404               404
        """;

    private const string OtherCode = "NotInThisState";

    private static readonly string[][] _rows = [.. Table.Split('\n').Select(line => line.Split('|'))
        .Select(line => (string[])[line[0].Trim(), .. line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)])];

    public static TheoryData<string, bool> Cases()
    {
        TheoryData<string, bool> cases = [];
        foreach (string[] row in _rows[1..])
        {
            cases.Add(row[0], false);
            cases.Add(row[0], true);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Each_operation_answers_in_each_situation_as_the_table_says(string situation, bool ofVapp) => CheckAsync(situation, ofVapp, new CloudKnobs());

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_call_says_it_when_the_knob_wants_that(string situation, bool ofVapp) =>
        CheckAsync(situation, ofVapp, new CloudKnobs { IllegalOrder = TaskFaultDelivery.Call });

    [Theory]
    [InlineData("test", false, TaskFaultDelivery.Task)]
    [InlineData("paused", true, TaskFaultDelivery.Task)]
    [InlineData("busy", false, TaskFaultDelivery.Call)]
    [InlineData("syncing", true, TaskFaultDelivery.Call)]
    [InlineData("initial", false, TaskFaultDelivery.Call)]
    [InlineData("cut complete", true, TaskFaultDelivery.Call)]
    public Task The_code_is_what_the_knob_says(string situation, bool ofVapp, TaskFaultDelivery delivery) =>
        CheckAsync(situation, ofVapp, new CloudKnobs { IllegalOrder = delivery, IllegalOrderCode = OtherCode });

    private static async Task CheckAsync(string situation, bool ofVapp, CloudKnobs knobs)
    {
        string[] operations = _rows[0][1..];
        string[] cells = Assert.Single(_rows, r => r[0] == situation)[1..];
        Assert.Equal(operations.Length, cells.Length);
        await using LifeCycle life = await LifeCycle.BringAsync(situation, ofVapp, knobs);

        List<string> answers = [];
        foreach (string operation in operations)
        {
            answers.Add($"{operation}: {await AnswerAsync(life, operation)}");
            await life.BackAsync();
        }

        Assert.Equal(operations.Zip(cells, (operation, cell) => $"{operation}: {Spell(operation, cell, ofVapp, knobs)}"), answers);
    }

    // What a cell stands for.
    private static string Spell(string operation, string cell, bool ofVapp, CloudKnobs knobs)
    {
        string code = cell switch
        {
            "!data" => "BadRequest",
            "!link" => "GeneralServerFailure",
            "404" => ofVapp ? "VappReplicationNotFound" : "VmReplicationNotFound",
            _ => knobs.IllegalOrderCode,
        };
        return cell == "404" ? $"404 {code}"
            : !cell.StartsWith('!') ? $"{(operation == "chown" ? "200" : "202 SUCCEEDED")} {cell}"
            : knobs.IllegalOrder == TaskFaultDelivery.Task ? $"202 FAILED {code} {cell[1..]}"
            : $"{(cell == "!link" ? 500 : 400)} {code} {cell[1..]}";
    }

    private static async Task<string> AnswerAsync(LifeCycle life, string operation)
    {
        string? before = await life.PictureAsync();
        VcdaReply reply = await life.CallAsync(operation);
        if (reply.Status == 200)
        {
            return $"200 {LifeCycle.StateOf(reply.Body!)}";
        }

        if (reply.Status != 202)
        {
            Assert.Equal(before, await life.PictureAsync());
            return reply.Status == 404 ? $"404 {reply.Code}" : $"{reply.Status} {reply.Code} {ReasonOf(reply.Message)}";
        }

        string? during = await life.PictureAsync();
        VcdaReply ended = await life.EndAsync(reply);
        if ((string?)ended["state"] == "FAILED")
        {
            Assert.Equal(before, during);
            Assert.Null(ended["result"]);
            return $"202 FAILED {(string?)ended["error"]!["code"]} {ReasonOf((string)ended["error"]!["msg"]!)}";
        }

        Assert.Null(ended["error"]);
        Assert.Empty(ended["warnings"]!.AsArray());
        string state = ended["result"] is { } result ? LifeCycle.StateOf(result) : await life.PictureAsync() is null ? "gone" : "still there";
        return $"202 {(string?)ended["state"]} {state}";
    }

    private static string ReasonOf(string message) =>
        message.StartsWith("The recovery state is", StringComparison.Ordinal) ? "state"
        : message.StartsWith("The replication is paused", StringComparison.Ordinal) ? "paused"
        : message.StartsWith("The replication is not paused", StringComparison.Ordinal) ? "going"
        : message.Contains("does not answer", StringComparison.Ordinal) ? "link"
        : message.StartsWith("There is no instance", StringComparison.Ordinal) ? "data"
        : message.StartsWith("Another task", StringComparison.Ordinal) ? "busy"
        : message.StartsWith("The task '", StringComparison.Ordinal) ? "sync"
        : message;
}
