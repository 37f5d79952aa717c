namespace VasaSim.Faults.Rules;

/// <summary>Knows what the APIs have, which rules may do. Safe for threads.</summary>
public interface IRuleCatalog
{
    /// <summary>What is wrong with a rule: operations and faults that there are not, and what no operation may do.</summary>
    IEnumerable<RuleProblem> ProblemsOf(Rule rule);

    /// <summary>
    /// Whether a rule is for the calls of an operation: its API has what the rule raises, and the operation may do what the
    /// rule makes it do, or the rule may do what is illegal. Every rule is for APIs that are not known.
    /// </summary>
    bool IsFor(Rule rule, string face, string operation);

    /// <summary>
    /// Whether an operation may do what a rule makes it do: raise its faults in their shapes. An operation that is not known
    /// may do everything.
    /// </summary>
    bool IsLegal(Rule rule, string face, string operation);
}

/// <summary>Something that is wrong with a rule.</summary>
/// <param name="Path">Where, such as <c>do.fault.maxBatchSize</c>.</param>
/// <param name="Message">What is wrong, and what is legal.</param>
public sealed record RuleProblem(string Path, string Message);
