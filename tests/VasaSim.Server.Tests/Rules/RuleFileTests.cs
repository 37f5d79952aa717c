using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Tests.Rules;

/// <summary>What is said of rule files that are not legal.</summary>
public class RuleFileTests
{
    [Fact]
    public void A_rule_that_cannot_be_read_hides_nothing_that_is_wrong_with_the_others()
    {
        RuleFileResult<RuleSet> read = new RuleFile(new RuleCatalog()).ReadSet(
            """
            version: 1
            rules:
              - { id: x, do: { fault: ProviderBussy } }
              - { id: y, match: { opration: Sync* }, do: { fault: ProviderBusy } }
              - { id: x, do: { fault: ProviderBusy } }
            """,
            "f");

        Assert.Null(read.Value);
        Assert.Equal([3, 4, 5], read.Problems.Select(p => p.Line));
        Assert.Contains("no fault is called 'ProviderBussy' – did you mean ProviderBusy?", read.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("unknown key 'opration'", read.Problems[1].Message, StringComparison.Ordinal);
        Assert.Equal("the id 'x' is given twice; first on line 3", read.Problems[2].Message);
    }
}
