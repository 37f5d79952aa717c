using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Sequences in rule files.</summary>
public sealed class SequenceFileTests
{
    [Theory]
    [InlineData("pass: 2", 2)]
    [InlineData("pass: forever", int.MaxValue)]
    public void A_step_that_lets_calls_pass_can_be_read_and_is_written_as_it_was(string step, int pass)
    {
        RuleFileResult<Rule> read = new RuleFile().ReadRule($$"""do: { sequence: [ { {{step}} }, { fault: ProviderBusy } ] }""", "x");

        Assert.Empty(read.Problems);
        Assert.Equal(new SequenceStep { Pass = pass }, read.Value!.Do.Sequence![0]);
        JsonNode written = RuleFile.Write(read.Value);
        Assert.Equal(step["pass: ".Length..], written["do"]!["sequence"]![0]!["pass"]!.ToString());
    }

    [Theory]
    [InlineData("pass: 2, times: 3")]
    [InlineData("pass: 2, fault: ProviderBusy")]
    [InlineData("times: 3")]
    [InlineData("latency: 1s, as: soapFault")]
    public void A_step_that_makes_no_sense_is_a_problem(string step) =>
        Assert.Single(new RuleFile().ReadRule($$"""do: { sequence: [ { {{step}} } ] }""", "x").Problems);
}
