using System.Text;
using VasaSim.Core.Faults;
using VasaSim.Core.Tasks;
using VasaSim.Faults.Rules;
using VasaSim.Server.Control;
using VasaSim.Server.Journal;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Calls;

/// <summary>A call of an API that is none of the vSphere kind goes the same way as all others.</summary>
public sealed class OtherFaceTests
{
    private const string Sync = "sync?group=fd-b1/rg-01-t";

    [Fact]
    public async Task A_session_is_one_of_its_realm_and_keeps_what_its_API_gives_it()
    {
        await using DoubleFace face = await DoubleFace.StartAsync();
        string vCenter = face.Workspace.Sessions.Login("administrator@sim.local", "VasaSim!1", Simulator.StartTime, "test", "", "en")!.Id;
        Assert.Equal((401, "NotAuthenticated: log in", null), await face.CallAsync("sites"));
        Assert.Equal((401, "NotAuthenticated: log in", null), await face.CallAsync("sites", vCenter));
        string session = await face.LogInAsync();
        Assert.Equal((200, "here", null), await face.CallAsync("sites", session));
        await face.CallAsync("extend", session);
        Assert.Equal((200, "here,there", null), await face.CallAsync("sites", session));
    }

    [Fact]
    public async Task What_it_refuses_and_what_waits_is_its_own()
    {
        await using DoubleFace face = await DoubleFace.StartAsync();
        string session = await face.LogInAsync();
        Assert.Equal((404, "PairNotFound: no such pair", null), await face.CallAsync("sync?group=fd-b1/none", session));
        Assert.Equal((200, "waited until 2025-01-15T12:00:00.0000000+00:00", null), await face.CallAsync("wait", session));
    }

    [Fact]
    public async Task The_journal_and_the_log_tell_of_it()
    {
        await using DoubleFace face = await DoubleFace.StartAsync();
        string session = await face.LogInAsync();
        string task = (await face.CallAsync(Sync, session)).Text;
        JournalEntry entry = face.LastEntry();
        CallReport report = await face.Workspace.RunAsync(world => CallReport.Of(entry, world, new SecretMask(face.Workspace.Sessions)));
        Assert.Equal(("double", "rest", "sync", "pair:rg-01-t"), (report.Face, report.Protocol, report.Operation, report.Target));
        Assert.Equal(("ok", task, "administrator@sim.local"), (report.Outcome, report.Task, report.User));
        Assert.Equal(["fd-b1/rg-01-t"], report.Groups);
        Assert.Equal(OperationKind.Task, entry.Kind);
        Assert.Equal("#2 rest double sync rg-01-t administrator@sim.local  ok", face.Lines[^1]);

        await face.CallAsync("sites");
        Assert.Equal(("NotAuthenticated", "log in", (string?)null), (face.LastEntry().Outcome, face.LastEntry().Message, face.LastEntry().Task));
        Assert.Equal("#3 rest double sites - -  NotAuthenticated: log in", face.Lines[^1]);
    }

    [Fact]
    public async Task A_bug_is_answered_as_its_internal_error()
    {
        await using DoubleFace face = await DoubleFace.StartAsync();
        Assert.Equal((500, "GeneralServerFailure: internal error #2", null), await face.CallAsync("crash", await face.LogInAsync()));
        Assert.Equal("GeneralServerFailure", face.LastEntry().Outcome);
        Assert.Contains("#2 crash failed inside the simulator; this is a bug", face.Lines);
    }

    [Theory]
    [InlineData("operation: sites")]
    [InlineData("kind: query")]
    [InlineData("protocol: rest, operation: s*")]
    public async Task A_rule_raises_a_fault_of_its_own(string match)
    {
        await using DoubleFace face = await DoubleFace.StartAsync($"  - {{ id: busy, match: {{ {match} }}, do: {{ fault: {{ type: PairBusy, message: later }} }} }}");
        string session = await face.LogInAsync();
        Assert.Equal((409, "PairBusy: later", null), await face.CallAsync("sites", session));
        Assert.Equal("PairBusy", face.LastEntry().Outcome);
        Assert.Equal("PairBusy", Assert.Single(face.LastEntry().Decisions).Fault);
        Assert.EndsWith("PairBusy: later  rule busy", face.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beforeValidation", 409)]
    [InlineData("afterValidation", 401)]
    [InlineData("afterCommit", 401)]
    [InlineData("duringReply", 409)]
    public async Task Each_point_of_a_call_is_where_it_is_for_all(string at, int status)
    {
        await using DoubleFace face = await DoubleFace.StartAsync($"  - {{ match: {{ operation: sites }}, at: {at}, do: {{ fault: PairBusy }} }}");
        Assert.Equal(status, (await face.CallAsync("sites")).Status);
        Assert.Equal(409, (await face.CallAsync("sites", await face.LogInAsync())).Status);
    }

    [Theory]
    [InlineData("site: fd-b1")]
    [InlineData("provider: Double")]
    [InlineData("groups: { id: rg-01-t, state: TARGET }")]
    public async Task Rules_know_its_groups_and_its_place(string match)
    {
        await using DoubleFace face = await DoubleFace.StartAsync($"  - {{ match: {{ operation: sites, {match} }}, do: {{ fault: PairBusy }} }}");
        string session = await face.LogInAsync();
        Assert.Equal(200, (await face.CallAsync("sites", session)).Status);
        Assert.Equal(409, (await face.CallAsync("sites?group=fd-b1/rg-01-t", session)).Status);
    }

    [Fact]
    public async Task More_groups_than_a_limit_are_refused_in_its_words()
    {
        await using DoubleFace face = await DoubleFace.StartAsync("  - { match: { operation: sync }, do: { batchLimit: { enforced: 1, reported: 1 } } }");
        string session = await face.LogInAsync();
        Assert.Equal((400, "TooManyGroups: at most 1", null), await face.CallAsync($"{Sync}&group=fd-b1/rg-02-t", session));
        Assert.Equal(200, (await face.CallAsync(Sync, session)).Status);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_rule_lets_it_wait_for_the_simulated_clock()
    {
        await using DoubleFace face = await DoubleFace.StartAsync("  - { match: { operation: sites }, do: { latency: { fixed: 10m, clock: simulated } } }");
        Task<(int Status, string Text, string? Session)> call = face.CallAsync("sites", await face.LogInAsync());
        while (face.Workspace.Rules.Entries[0].Hits == 0)
        {
            await Task.Yield();
        }

        await face.LogInAsync();
        Assert.False(call.IsCompleted);
        await face.Workspace.SetClockAsync(clock => clock with { Anchor = clock.Anchor + TimeSpan.FromMinutes(10) });
        Assert.Equal("here", (await call).Text);
    }

    [Fact]
    public async Task A_rule_ends_its_session()
    {
        await using DoubleFace face = await DoubleFace.StartAsync("  - { match: { operation: sites }, when: { calls: 1 }, do: { session: drop } }");
        string session = await face.LogInAsync();
        Assert.Equal(401, (await face.CallAsync("sites", session)).Status);
        Assert.Equal(401, (await face.CallAsync("sites", session)).Status);
        Assert.Equal(200, (await face.CallAsync("sites", await face.LogInAsync())).Status);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_rule_resets_its_connection()
    {
        await using DoubleFace face = await DoubleFace.StartAsync("  - { match: { operation: login }, do: { connection: reset } }");
        RawExchange exchange = await RawExchange.SendAsync(
            face.Uri, Encoding.ASCII.GetBytes("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"), tls: false);
        Assert.Equal(("RST", 0), (exchange.Ending, exchange.Bytes.Length));
        Assert.Equal(("login", "noAnswer"), (face.LastEntry().Operation, face.LastEntry().Outcome));
    }

    [Fact]
    public async Task What_a_rule_orders_holds_for_the_task_that_it_starts()
    {
        await using DoubleFace face = await DoubleFace.StartAsync(
            """
              - { match: { operation: sync }, when: { calls: 1 }, do: { task: { holdAt: 30 } } }
              - { match: { operation: sync }, when: { calls: 2 }, do: { fault: { type: PairBusy, message: later }, as: taskError } }
            """);
        string session = await face.LogInAsync();
        string held = (await face.CallAsync(Sync, session)).Text;
        string refused = (await face.CallAsync("sync?group=fd-b1/rg-02-t", session)).Text;
        await face.Workspace.RunAsync(world =>
        {
            Assert.Equal(30, world.FindTask(held)!.Pace.Hold!.Percent);
            Assert.Equal(new ForeignFault("PairBusy", "{}", "later"), world.FindTask(refused)!.Refusal);
            return true;
        });
    }
}
