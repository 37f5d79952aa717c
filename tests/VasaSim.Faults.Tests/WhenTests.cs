using VasaSim.Faults.Decisions;

namespace VasaSim.Faults.Tests;

public sealed class WhenTests
{
    [Theory]
    [InlineData("{ calls: 2 }", "-x--------")]
    [InlineData("{ calls: 1-2 }", "xx--------")]
    [InlineData("{ calls: 3- }", "--xxxxxxxx")]
    [InlineData("{ calls: '1,4-5' }", "x--xx-----")]
    [InlineData("{ every: 3 }", "--x--x--x-")]
    [InlineData("{ calls: 4-, every: 2 }", "---x-x-x-x")]
    [InlineData("{}", "xxxxxxxxxx")]
    public void Counts_say_which_calls(string when, string expected)
    {
        TestBook book = new($"  - {{ when: {when}, do: {{ fault: X }} }}");
        Assert.Equal(expected, Run(book, 10, _ => TestCall.With("rg-01")));
    }

    [Fact]
    public void A_key_has_a_count_for_each_of_its_values()
    {
        TestBook book = new("  - { when: { calls: 1, key: [group] }, do: { fault: X } }");
        Assert.Equal([0, 1], book.Ask(TestCall.With("rg-01", "rg-02")).Single().Groups);
        Assert.Equal([1], book.Ask(TestCall.With("rg-01", "rg-03")).Single().Groups);
        Assert.Empty(book.Ask(TestCall.With("rg-02", "rg-03")));
    }

    [Fact]
    public void A_window_opens_and_closes_on_simulated_time()
    {
        TestBook book = new("  - { when: { window: { after: 30s, for: 10m } }, do: { fault: X } }");
        Assert.False(book.Hits(TestCall.With("rg-01"), TimeSpan.FromSeconds(29)));
        Assert.True(book.Hits(TestCall.With("rg-01"), TimeSpan.FromSeconds(30)));
        Assert.True(book.Hits(TestCall.With("rg-01"), TimeSpan.FromSeconds(629)));
        Assert.False(book.Hits(TestCall.With("rg-01"), TimeSpan.FromSeconds(630)));
    }

    [Fact]
    public void A_window_can_be_between_two_times()
    {
        TestBook book = new("  - { when: { window: { from: 2025-01-15T13:00:00Z, until: 2025-01-15T14:00:00Z } }, do: { fault: X } }");
        Assert.False(book.Hits(TestCall.With("rg-01"), TimeSpan.FromMinutes(59)));
        Assert.True(book.Hits(TestCall.With("rg-01"), TimeSpan.FromMinutes(60)));
        Assert.False(book.Hits(TestCall.With("rg-01"), TimeSpan.FromMinutes(120)));
    }

    [Fact]
    public void A_sequence_goes_step_by_step_and_its_last_step_repeats()
    {
        TestBook book = new("""
              - do:
                  sequence: [ { pass: 2 }, { fault: A, times: 2 }, { fault: B }, { pass: 1 }, { fault: C } ]
            """);
        string faults = string.Concat(Enumerable.Range(0, 9).Select(_ => book.Ask(TestCall.With("rg-01")).SingleOrDefault()?.Fault ?? "-"));
        Assert.Equal("--AAB-CCC", faults);
    }

    [Fact]
    public void Limits_spend_a_rule_and_those_of_the_file_are_for_rules_without()
    {
        TestBook book = new("""
              - { id: two, continue: true, limits: { maxHits: 2 }, do: { fault: X } }
              - { id: short, continue: true, limits: { ttl: 1m }, do: { fault: X } }
              - { id: own, do: { fault: X } }
            limits: { maxHits: 3 }
            """);
        string[] hits = [.. Enumerable.Range(0, 4).Select(i => string.Join(',', book.Ask(TestCall.With("rg-01"), TimeSpan.FromSeconds(25 * i)).Select(h => h.Rule.Id)))];
        Assert.Equal(["two,short,own", "two,short,own", "short,own", ""], hits);
    }

    [Fact]
    public void The_first_that_ends_the_asking_wins_and_those_after_it_do_not_count()
    {
        TestBook book = new("""
              - { id: slow, do: { latency: 1s } }
              - { id: first, when: { calls: 1 }, do: { fault: A } }
              - { id: second, when: { calls: 1 }, do: { fault: B } }
              - { id: urgent, priority: 5, when: { calls: 3 }, do: { fault: C } }
            """);
        string[] hits = [.. Enumerable.Range(0, 4).Select(_ => string.Join(',', book.Ask(TestCall.With("rg-01")).Select(h => h.Rule.Id)))];
        Assert.Equal(["slow,first", "slow,second", "urgent", "slow"], hits);
    }

    [Fact]
    public void A_chance_comes_out_about_as_often_as_it_says()
    {
        TestBook book = new("  - { when: { chance: 0.15 }, do: { fault: X } }");
        int hits = Run(book, 20_000, _ => TestCall.With("rg-01")).Count(c => c == 'x');
        Assert.InRange(hits, 2_850, 3_150);
    }

    [Fact]
    public void One_of_several_is_drawn_by_weight()
    {
        TestBook book = new("  - { do: { fault: { oneOf: { ProviderBusy: 3, ProviderOutOfResource: 1 } } } }");
        int busy = Enumerable.Range(0, 4_000).Count(_ => book.Ask(TestCall.With("rg-01")).Single().Fault == "ProviderBusy");
        Assert.InRange(busy, 2_880, 3_120);
    }

    [Fact]
    public void Picked_groups_are_drawn_anew_for_each_call_and_the_same_for_the_same_seed()
    {
        string rule = "  - { match: { groups: { id: 'rg-*', pick: 2 } }, do: { fault: X } }";
        string[] ids = [.. Enumerable.Range(1, 6).Select(i => $"rg-{i}")];
        string[] Picks(long seed) => [.. Enumerable.Range(0, 20).Select(new TestBook(rule, seed).PicksOf(ids))];
        string[] picks = Picks(42);
        Assert.Equal(picks, Picks(42));
        Assert.NotEqual(picks, Picks(43));
        Assert.All(picks, p => Assert.Equal(2, p.Split(',').Length));
        Assert.True(picks.Distinct().Count() > 5);
    }

    [Fact]
    public void Who_fails_does_not_depend_on_the_order_in_which_calls_arrive()
    {
        string rule = "  - { when: { chance: 0.3 }, do: { fault: { oneOf: { A: 1, B: 2 } } } }";
        string[] groups = [.. Enumerable.Range(0, 50).SelectMany(g => Enumerable.Repeat($"rg-{g}", 8))];
        Dictionary<string, string>? expected = null;
        for (int run = 0; run < 10; run++)
        {
            // A permutation of the calls; the n-th of a group is the n-th, whenever it comes.
            string[] order = [.. groups.Select((g, i) => (Group: g, Place: (i * 7919L * (run + 1)) % 401)).OrderBy(x => x.Place).Select(x => x.Group)];
            TestBook book = new(rule);
            Dictionary<string, string> outcomes = [];
            foreach (string group in order)
            {
                outcomes[group] = outcomes.GetValueOrDefault(group) + (book.Ask(TestCall.With(group)).SingleOrDefault()?.Fault ?? "-");
            }

            expected ??= outcomes;
            Assert.Equal(expected.OrderBy(e => e.Key), outcomes.OrderBy(e => e.Key));
        }
    }

    [Fact]
    public void What_turns_out_to_be_about_nothing_is_taken_back()
    {
        TestBook book = new("  - { id: once, when: { calls: 1 }, do: { fault: X } }");
        Assert.True(book.Hits(TestCall.With("rg-01")));
        book.Book.Withdraw(book.Decisions);
        RuleEntry entry = book.Book.Entries.Single();
        Assert.Equal((0, 0), (entry.Matched, entry.Hits));
        Assert.Empty(book.Book.Recorder!.Decisions);
        Assert.True(book.Hits(TestCall.With("rg-01")));
        Assert.False(book.Hits(TestCall.With("rg-01")));
    }

    [Fact]
    public void A_rule_that_stays_the_same_keeps_its_count()
    {
        TestBook book = new("  - { id: a, when: { calls: 2 }, do: { fault: X } }");
        Assert.False(book.Hits(TestCall.With("rg-01")));
        book.Book.Change(_ => TestBook.Read("  - { id: b, match: { site: B }, do: { fault: X } }\n  - { id: a, when: { calls: 2 }, do: { fault: X } }"), TestBook.Start);
        Assert.True(book.Hits(TestCall.With("rg-01")));
        book.Book.Change(_ => TestBook.Read("  - { id: a, when: { calls: '2,1' }, do: { fault: X } }"), TestBook.Start);
        Assert.Equal(0, book.Book.Entries.Single().Matched);
    }

    [Fact]
    public void A_tape_makes_the_decisions_again_whatever_the_seed()
    {
        string rule = "  - { id: r, when: { chance: 0.4 }, do: { fault: { oneOf: { A: 1, B: 1 } } } }";
        TestBook first = new(rule, 1);
        string Outcomes(TestBook book) => string.Concat(Enumerable.Range(0, 40).Select(i => book.Ask(TestCall.With($"rg-{i % 4}")).SingleOrDefault()?.Fault ?? "-"));
        string expected = Outcomes(first);
        DecisionTape tape = new(first.Book.Set, 1, first.Book.Recorder!.Decisions);
        Assert.Equal(expected, Outcomes(new TestBook(rule, 2, tape)));
        Assert.NotEqual(expected, Outcomes(new TestBook(rule, 2)));
    }

    private static string Run(TestBook book, int calls, Func<int, TestCall> call) =>
        string.Concat(Enumerable.Range(0, calls).Select(i => book.Hits(call(i)) ? 'x' : '-'));
}

file static class Picking
{
    /// <summary>Asks with groups, and gives those picked.</summary>
    public static Func<int, string> PicksOf(this TestBook book, string[] ids) =>
        _ => string.Join(',', book.Ask(TestCall.With(ids)).Single().Groups);
}
