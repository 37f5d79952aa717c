using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Finds states that no sequence of calls leads to.</summary>
internal static class GroupStates
{
    /// <summary>Checks one target by itself.</summary>
    public static void Check(Section section, TargetDefinition target)
    {
        string state = target.State == ReplicationState.InTest ? "INTEST" : "FAILEDOVER";
        if (!target.Established && target.State != ReplicationState.Target)
        {
            section.Problem("state", $"a target whose replication is not established cannot be {state}");
        }
        else if (target.State != ReplicationState.Target && target.Replicas is not { Count: > 0 }
            && section.Scope.Domains.TryGetValue(target.Domain, out Provider? provider) && provider.SupportsReplicas)
        {
            section.Problem("state", $"a target cannot be {state} without a replica; give it pits");
        }

        if (!target.Established && target.Replicas is not null)
        {
            section.Problem("pits", "a target whose replication is not established has no pits");
        }

        if (target.TestCopiesBound && target.State != ReplicationState.InTest)
        {
            section.Problem("testCopiesBound", "only a target in state INTEST has test copies");
        }
    }

    /// <summary>Checks source and targets against each other.</summary>
    public static void Check(Section section, GroupDefinition group)
    {
        TargetDefinition[] failedOver = [.. group.Targets.Where(t => t.State == ReplicationState.FailedOver)];
        bool remote = group.State == ReplicationState.RemoteFailedOver;
        if (failedOver.Length > 1)
        {
            section.Problem("targets", "more than one target is FAILEDOVER");
        }
        else if (remote && failedOver.Length == 0)
        {
            section.Problem("state", "the source is REMOTE_FAILEDOVER, but no target is FAILEDOVER");
        }
        else if (!remote && failedOver is [{ } target]
            && !section.Scope.DownLinks.Contains(Link.Order(group.SourceDomain, target.Domain)))
        {
            section.Problem(
                "state",
                "a target is FAILEDOVER, so the source must be REMOTE_FAILEDOVER, unless the link between them is down");
        }
    }
}
