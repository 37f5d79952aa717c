using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The fault domains that one source fault domain replicates to.</summary>
[DataObject(Since = "6.5")]
public sealed partial class QueryReplicationPeerResult : DataObject
{
    public required FaultDomainId SourceDomain { get; init; }

    public IReadOnlyList<FaultDomainId>? TargetDomain { get; init; }

    /// <summary>Must be set when there is no target.</summary>
    public IReadOnlyList<LocalizedMethodFault>? Error { get; init; }

    public IReadOnlyList<LocalizedMethodFault>? Warning { get; init; }
}
