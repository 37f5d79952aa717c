namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>A network that tests of a plan use instead of another.</summary>
/// <param name="Id">A UUID: that of the site's mapping, or one of the plan's own.</param>
/// <param name="Target">The network at the recovery site that recovered machines are on.</param>
/// <param name="Test">The one that tests use.</param>
public sealed record UsedTestNetwork(string Id, string Target, string Test);
