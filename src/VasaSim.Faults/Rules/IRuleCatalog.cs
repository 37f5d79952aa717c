namespace VasaSim.Faults.Rules;

/// <summary>Knows what the API has, which rules may do. Safe for threads.</summary>
public interface IRuleCatalog
{
    /// <summary>What is wrong with a rule: operations and faults that there are not, and what no operation may do.</summary>
    IEnumerable<RuleProblem> ProblemsOf(Rule rule);

    /// <summary>Whether an operation may do what a rule makes it do: raise its faults in their shapes.</summary>
    bool IsLegal(Rule rule, string operation);
}

/// <summary>Something that is wrong with a rule.</summary>
/// <param name="Path">Where, such as <c>do.fault.maxBatchSize</c>.</param>
/// <param name="Message">What is wrong, and what is legal.</param>
public sealed record RuleProblem(string Path, string Message);
