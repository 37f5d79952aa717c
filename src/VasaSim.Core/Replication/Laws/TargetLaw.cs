using VasaSim.Core.Model;

namespace VasaSim.Core.Replication.Laws;

/// <summary>An operation of the target site: a source group is the wrong end.</summary>
internal abstract class TargetLaw : ReplicationLaw
{
    public override bool IsWrongEnd(ReplicationGroup group) => group.IsSource;
}
