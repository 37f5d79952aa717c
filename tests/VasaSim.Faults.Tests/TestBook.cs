using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Tests;

/// <summary>A book of rules that are written in YAML, asked at afterValidation.</summary>
internal sealed class TestBook
{
    public static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public TestBook(string rules, long seed = 42, DecisionTape? tape = null)
    {
        Book = new RuleBook(seed, tape: tape) { Recorder = new DecisionRecorder(10_000) };
        Book.Change(_ => Read(rules), Start);
    }

    public RuleBook Book { get; }

    public List<Decision> Decisions { get; } = [];

    public static RuleSet Read(string rules)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet("version: 1\nrules:\n" + rules, "test.yaml");
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    public IReadOnlyList<Hit> Ask(CallFacts call, TimeSpan after = default) =>
        Book.Decide(CallPhase.AfterValidation, call, Start + after, Decisions);

    /// <summary>Whether any rule applies to a call.</summary>
    public bool Hits(CallFacts call, TimeSpan after = default) => Ask(call, after).Count > 0;
}
