namespace VasaSim.Server.Journal;

/// <summary>What came out of a comparison of the journal with what was expected.</summary>
/// <param name="Passed">Whether every rule is known to be kept.</param>
/// <param name="Checked">How many calls the match means.</param>
/// <param name="Failures">The rules that are broken.</param>
/// <param name="Unknown">The rules of which it cannot be told any more.</param>
/// <param name="NearMisses">Up to three calls that fail the match by one condition only, the newest last; none when nothing is broken.</param>
/// <param name="Dropped">How many calls had to go since the journal was cleared, because it was full: they were not checked.</param>
public sealed record VerificationResult(
    bool Passed,
    int Checked,
    IReadOnlyList<RuleFinding> Failures,
    IReadOnlyList<RuleFinding> Unknown,
    IReadOnlyList<NearMiss> NearMisses,
    long Dropped)
{
    /// <summary>The same with no secret in its sentences, which tell what clients sent.</summary>
    internal VerificationResult Masked(SecretMask mask) => this with
    {
        Failures = [.. Failures.Select(f => f with { Detail = mask.Text(f.Detail) })],
        NearMisses = [.. NearMisses.Select(m => m with { Detail = mask.Text(m.Detail) })],
    };
}

/// <summary>What was found of a rule.</summary>
/// <param name="Rule">The rule, such as <c>groupsPerCall.atMost</c>.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Calls">The numbers of the calls that it is about.</param>
public sealed record RuleFinding(string Rule, string Detail, IReadOnlyList<long> Calls);

/// <summary>A call that is nearly meant.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Differs">The one condition that it fails.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record NearMiss(long Number, string Differs, string Detail);
