using VasaSim.Faults.Decisions;

namespace VasaSim.Faults.Tests;

public sealed class MatchTests
{
    private static readonly TestCall _call = new()
    {
        GroupList =
        [
            new GroupFacts("fd-b1", "rg-01-t") { State = "TARGET", LinkUp = true, Labels = new Dictionary<string, string> { ["tier"] = "gold" }, CountReplicas = () => 24 },
            new GroupFacts("fd-b1", "rg-03-t") { State = "INTEST", LinkUp = false },
            new GroupFacts("fd-n1", "rg-06-t"),
        ],
        Headers = new Dictionary<string, string> { ["X-Run"] = "nightly-7" },
    };

    [Theory]
    [InlineData("{}", "0,1,2")]
    [InlineData("{ face: sms }", "0,1,2")]
    [InlineData("{ face: vim }", "face")]
    [InlineData("{ operation: 'Sync*' }", "0,1,2")]
    [InlineData("{ operation: [Failover*, Query*] }", "operation")]
    [InlineData("{ kind: task }", "0,1,2")]
    [InlineData("{ kind: [query, lifeCycle, session] }", "kind")]
    [InlineData("{ protocol: soap }", "0,1,2")]
    [InlineData("{ protocol: json }", "protocol")]
    [InlineData("{ site: A }", "0,1,2")]
    [InlineData("{ site: B }", "site")]
    [InlineData("{ provider: vasaProvider-1 }", "0,1,2")]
    [InlineData("{ provider: 'ARRAY-A1*' }", "0,1,2")]
    [InlineData("{ provider: vasaProvider-3 }", "provider")]
    [InlineData("{ user: 'administrator@*' }", "0,1,2")]
    [InlineData("{ user: viewer@sim.local }", "user")]
    [InlineData("{ client: 'python-*' }", "0,1,2")]
    [InlineData("{ client: 'govc*' }", "client")]
    [InlineData("{ header: { X-Run: 'nightly-?' } }", "0,1,2")]
    [InlineData("{ header: { X-Run: weekly } }", "header.X-Run")]
    [InlineData("{ link: up }", "0,1,2")]
    [InlineData("{ link: { ends: [fd-a1, fd-b1], state: down } }", "link")]
    [InlineData("{ groups: { count: 3 } }", "0,1,2")]
    [InlineData("{ groups: { count: 1 } }", "groups.count")]
    [InlineData("{ groups: { over: 2 } }", "0,1,2")]
    [InlineData("{ groups: { over: 3 } }", "groups.over")]
    [InlineData("{ groups: { under: 4 } }", "0,1,2")]
    [InlineData("{ groups: { under: 3 } }", "groups.under")]
    [InlineData("{ groups: { id: rg-01-t } }", "0")]
    [InlineData("{ groups: { id: [fd-b1/rg-0?-t] } }", "0,1")]
    [InlineData("{ groups: { id: rg-99 } }", "groups.id")]
    [InlineData("{ groups: { label: tier=gold } }", "0")]
    [InlineData("{ groups: { label: { tier: 'g*' } } }", "0")]
    [InlineData("{ groups: { label: tier=silver } }", "groups.label")]
    [InlineData("{ groups: { state: [INTEST, TARGET] } }", "0,1")]
    [InlineData("{ groups: { state: SOURCE } }", "groups.state")]
    [InlineData("{ groups: { index: last } }", "2")]
    [InlineData("{ groups: { index: [first, 1] } }", "0,1")]
    [InlineData("{ groups: { index: 7 } }", "groups.index")]
    [InlineData("{ groups: { pitsOver: 23 } }", "0")]
    [InlineData("{ groups: { pitsOver: 24 } }", "groups.pitsOver")]
    [InlineData("{ groups: { state: INTEST, id: rg-01-t } }", "groups.state")]
    public void A_match_selects_groups_or_names_the_first_condition_that_does_not_hold(string match, string expected)
    {
        var rule = TestBook.Read($"  - match: {match}\n    do: {{ fault: X }}").Rules[0];
        string? unmet = Matching.FirstUnmet(rule.Match, _call, out IReadOnlyList<int> groups);
        Assert.Equal(expected, unmet ?? string.Join(',', groups));
    }

    [Fact]
    public void The_index_finds_what_asking_every_rule_finds()
    {
        string[] matches =
        [
            "{}", "{ groups: { id: rg-01-t } }", "{ groups: { id: fd-b1/rg-03-t } }", "{ groups: { id: 'rg-*' } }", "{ groups: { id: rg-77 } }",
            "{ provider: vasaProvider-1 }", "{ provider: ARRAY-A1 CT0 }", "{ provider: vasaProvider-9 }", "{ user: viewer@sim.local }",
            "{ user: administrator@sim.local }", "{ operation: Sync* }", "{ operation: Query* }", "{ operation: Sync*, groups: { id: [rg-06-t, rg-77] } }",
        ];
        string rules = string.Join('\n', matches.Select((m, i) => $"  - {{ id: m{i}, match: {m}, priority: {i % 3}, continue: true, do: {{ fault: X }} }}"));
        TestBook book = new(rules);
        string[] expected =
        [
            .. book.Book.Set.Rules.OrderByDescending(r => r.Priority)
                .Where(r => Matching.FirstUnmet(r.Match, _call, out _) is null).Select(r => r.Id),
        ];
        Assert.Equal(expected, book.Ask(_call).Select(h => h.Rule.Id));
        Assert.Equal(9, expected.Length);
    }
}
