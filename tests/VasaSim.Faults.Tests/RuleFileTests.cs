using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Tests;

public sealed class RuleFileTests
{
    private const string Everything = """
        version: 1
        seed: 7
        limits: { maxHits: 1000, ttl: 1h }
        rules:
          - id: all-keys
            description: every key there is
            enabled: false
            priority: 3
            match:
              face: sms
              operation: [Sync*, Query*]
              kind: [query, task, lifeCycle, session]
              site: A
              provider: vasaProvider-*
              groups: { id: rg-01, label: { tier: gold }, state: TARGET, index: [first, 2, last], pick: 2, count: 3, over: 1, under: 9, pitsOver: 5 }
              user: admin*
              client: python*
              protocol: [soap, json]
              header: { X-A: b }
              link: { ends: [fd-a1, fd-b1], state: down }
            when:
              calls: 1,4-
              every: 2
              chance: 0.25
              key: [operation, group, provider, site, user, client, session, protocol]
              window: { after: 1m, for: 1h, from: 2025-01-15T12:00:00Z, until: 2025-01-16T12:00:00Z }
            at: afterValidation
            do:
              fault: { type: TooMany, message: too much, maxBatchSize: 4 }
              as: groupError
              latency: { lognormal: { p50: 40ms, p99: 900ms }, clock: simulated }
              session: drop
              task: { holdAt: 40, for: 5m, then: { fault: SyncOngoing, as: groupError }, slow: 2, failAt: 80, with: ProviderBusy, forget: true, polls: 3 }
              state: { provider: offline, of: vasaProvider-3, link: down, ends: [fd-a1, fd-b1], for: 5m }
              reply: { namespacePrefixes: random, omitOptional: true, chunked: true }
            continue: true
            allowIllegal: true
            limits: { maxHits: 3, ttl: 2m }
          - id: steps
            do:
              sequence:
                - { pass: 3 }
                - { fault: { oneOf: { ProviderBusy: 3, ProviderUnavailable: 1 } }, times: 2 }
                - { connection: hang, for: 30s }
                - { connection: { truncate: 512 } }
                - { connection: { drip: 16B/s } }
                - { httpStatus: 503 }
                - { batchLimit: { enforced: 4, reported: 0 } }
                - { latency: { uniform: { min: 1ms, max: 2ms } } }
                - { latency: 10ms }
                - { pass: forever }
          - id: door
            do: { connection: refuse }
        """;

    [Fact]
    public void What_is_written_again_is_read_as_the_same()
    {
        RuleSet set = Read(Everything);
        JsonNode written = RuleFile.Write(set);
        using JsonDocument document = JsonDocument.Parse(written.ToJsonString());
        RuleFileResult<RuleSet> again = new RuleFile().ReadSet(document.RootElement, "json");
        Assert.Empty(again.Problems);
        Assert.Equal(written.ToJsonString(), RuleFile.Write(again.Value!).ToJsonString());
        Assert.Contains("\"truncate\":512", written.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3, set.Rules.Count);
        Assert.Equal(CallPhase.Connect, set.Rules[2].Phase);
        Assert.Equal(0.25, set.Rules[0].When.Chance);
        Assert.Equal(ConnectionFaultKind.Drip, set.Rules[1].Do.Sequence![4].Do.Connection!.Kind);
    }

    [Fact]
    public void A_rule_that_is_built_in_code_is_the_one_that_is_written()
    {
        Rule built = new()
        {
            Id = "busy",
            Match = new Match { Operation = [new Glob("FailoverReplicationGroup_Task")] },
            When = new When { Calls = CallCounts.Parse("1-2") },
            Do = new RuleAction { Fault = new FaultSpec { Type = "ProviderBusy" } },
        };
        Rule read = Read(
            "version: 1\nrules:\n  - { id: busy, match: { operation: FailoverReplicationGroup_Task }, when: { calls: 1-2 }, do: { fault: ProviderBusy } }").Rules[0];
        Assert.Equal(RuleFile.Write(read).ToJsonString(), RuleFile.Write(built).ToJsonString());
    }

    [Fact]
    public void Rules_without_an_id_are_called_by_their_place()
    {
        RuleSet set = Read("version: 1\nrules:\n  - { id: r2, do: { httpStatus: 503 } }\n  - { do: { httpStatus: 503 } }\n  - { do: { httpStatus: 503 } }");
        Assert.Equal(["r2", "r3", "r4"], set.Rules.Select(r => r.Id));
    }

    [Theory]
    [InlineData("do: { fautl: X }", "unknown key 'fautl' – did you mean fault?")]
    [InlineData("do: {}", "do needs something to do")]
    [InlineData("match: { kind: tsak }\n    do: { fault: X }", "did you mean task?")]
    [InlineData("when: { calls: 0 }\n    do: { fault: X }", "numbers of calls from 1")]
    [InlineData("when: { calls: 3-1 }\n    do: { fault: X }", "numbers of calls from 1")]
    [InlineData("when: { chance: 1.5 }\n    do: { fault: X }", "a number above 0, up to 1")]
    [InlineData("do: { fault: X, httpStatus: 503 }", "a call has one answer")]
    [InlineData("do: { fault: X, connection: reset }", "no answer comes over a connection that breaks")]
    [InlineData("do: { as: warning, httpStatus: 503 }", "as goes with fault")]
    [InlineData("do: { for: 3s, httpStatus: 503 }", "for goes with connection: hang")]
    [InlineData("do: { connection: refuse }\n    match: { site: A }", "nothing is known of a call when a client connects")]
    [InlineData("do: { connection: refuse }\n    at: duringReply", "happen when a client connects")]
    [InlineData("do: { connection: { } }", "connection is a word")]
    [InlineData("do: { connection: reste }", "did you mean reset?")]
    [InlineData("do: { task: { polls: 2 } }\n    at: afterCommit", "a task is ordered before it starts")]
    [InlineData("do: { task: { failAt: 2 } }", "failAt and with go together")]
    [InlineData("do: { fault: X, as: groupError }\n    at: duringReply", "planted at afterValidation")]
    [InlineData("do: { latency: { fixed: 1s, uniform: { min: 1s, max: 2s } } }", "latency is one of")]
    [InlineData("do: { latency: { uniform: { min: 3s, max: 2s } } }", "min is more than max")]
    [InlineData("do: { state: { for: 1m } }", "state is provider, link or both")]
    [InlineData("do: { sequence: [ { times: 2 } ] }", "a step needs something to do, or pass")]
    [InlineData("do: { sequence: [ { pass: 2, fault: X } ] }", "does nothing else")]
    [InlineData("do: { sequence: [] }", "a sequence needs steps")]
    [InlineData("do: { fault: { maxBatchSize: 4 } }", "needs type, the name of the fault")]
    [InlineData("match: { groups: { label: gold } }\n    do: { fault: X }", "a label such as tier=gold")]
    [InlineData("id: 'a b'\n    do: { fault: X }", "letters, digits")]
    public void What_is_wrong_is_said_with_its_line(string rule, string expected)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet($"version: 1\nrules:\n  - {rule}\n", "broken.yaml");
        Assert.Null(read.Value);
        Assert.Contains(read.Problems, p => p.Message.Contains(expected, StringComparison.Ordinal) && p.Line >= 3 && p.Pointer.StartsWith("/rules/0", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet(
            "version: 2\nseeed: 1\nrules:\n  - { id: a, do: { fault: X } }\n  - { id: a, do: { httpStatus: 200 } }\n  - { match: { face: smb }, do: { fault: X } }\n", "broken.yaml");
        Assert.Equal([1, 2, 5, 5, 6], read.Problems.Select(p => p.Line));
        RuleFileResult<RuleSet> twice = new RuleFile().ReadSet(
            "version: 1\nrules:\n  - { id: a, do: { fault: X } }\n  - { id: a, do: { httpStatus: 503 } }\n", "broken.yaml");
        Assert.Equal("the id 'a' is given twice; first on line 3", Assert.Single(twice.Problems).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("{{{{")]
    [InlineData("version: 1\nrules: { a: b }")]
    [InlineData("version: 1\nrules: [ 1, [], {}, null ]")]
    public void Nothing_that_is_written_breaks_the_reader(string text)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet(text, "broken.yaml");
        Assert.Null(read.Value);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void A_latency_follows_its_distribution()
    {
        Latency lognormal = new() { Lognormal = new LognormalLatency { P50 = TimeSpan.FromMilliseconds(40), P99 = TimeSpan.FromMilliseconds(900) } };
        Assert.Equal(40, lognormal.Of(0.5).TotalMilliseconds, 0.1);
        Assert.Equal(900, lognormal.Of(0.99).TotalMilliseconds, 1.0);
        Latency uniform = new() { Uniform = new UniformLatency { Min = TimeSpan.FromSeconds(1), Max = TimeSpan.FromSeconds(3) } };
        Assert.Equal(2.5, uniform.Of(0.75).TotalSeconds, 0.001);
    }

    private static RuleSet Read(string text)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet(text, "rules.yaml");
        Assert.Empty(read.Problems);
        return read.Value!;
    }
}
