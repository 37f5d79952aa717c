using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Failover: the machine is recovered and replication is over. The source is not asked, and not touched.</summary>
internal sealed class FailoverLaw : RecoveryLaw
{
    protected override StateStep Step => StateChart.Failover;

    public override VmReplication Apply(CloudContext context) => FailOver(context, context.Replication);
}
