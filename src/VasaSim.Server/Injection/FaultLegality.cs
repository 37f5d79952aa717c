using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Injection;

/// <summary>
/// In which shapes an operation may raise a fault: what the contract declares, and for single groups what the
/// documentation of the operations says of them. <c>docs/faults.md</c> has the whole table.
/// </summary>
internal static class FaultLegality
{
    private static readonly DataTypeInfo _runtimeFault = Contracts.FindDataType("RuntimeFault")!;

    // What is said of a group by the operations that work on it. AlreadyDone is always a warning, as documented.
    private static readonly HashSet<string> _ofGroups =
    [
        "DuplicateEntry", "NotFound", "InvalidFunctionTarget", "InvalidReplicationState", "SyncOngoing", "PeerNotReachable",
        "NoReplicationTarget", "NoValidReplica", "SmsResourceInUse", "InvalidProfile",
    ];

    // What is said of the call as a whole, but may be said of a group too.
    private static readonly HashSet<string> _ofGroupsToo = ["ProviderBusy", "NotSupportedByProvider", "TooMany"];

    private static readonly Dictionary<string, HashSet<string>> _ofQueriedGroups = new()
    {
        ["QueryReplicationGroup"] = ["DuplicateEntry", "NotFound", "QueryExecutionFault", "TooMany"],
        ["QueryReplicationGroupInfo"] =
            ["DuplicateEntry", "NotFound", "QueryExecutionFault", "ProviderUnavailable", "InactiveProvider", "ProviderBusy", "NotImplemented"],
        ["QueryPointInTimeReplica"] = ["DuplicateEntry", "NotFound", "QueryExecutionFault", "InvalidFunctionTarget", "TooMany"],
    };

    private static readonly HashSet<string> _warnings = ["AlreadyDone", "InvalidProfile"];

    /// <summary>The shapes in which an operation may raise a fault; none: it may not.</summary>
    public static IReadOnlyList<FaultShape> ShapesOf(OperationInfo operation, DataTypeInfo fault)
    {
        OperationKind kind = OperationKinds.Of(operation);
        bool declared = fault.IsA(_runtimeFault) || operation.Faults.Any(fault.IsA);
        List<FaultShape> shapes = [];
        Add(declared && fault.Name != "AlreadyDone", FaultShape.SoapFault);
        Add(declared && fault.Name != "AlreadyDone" && kind is OperationKind.Task or OperationKind.LifeCycle, FaultShape.TaskError);
        Add(IsOfGroup(operation, kind, fault.Name), FaultShape.GroupError);
        Add(kind == OperationKind.Task && _warnings.Contains(fault.Name), FaultShape.Warning);
        Add(operation.Name == "QueryPointInTimeReplica" && fault.Name == "TooMany", FaultShape.Summary);
        return shapes;

        void Add(bool legal, FaultShape shape)
        {
            if (legal)
            {
                shapes.Add(shape);
            }
        }
    }

    /// <summary>The shape in which the operation raises a fault by itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="refusalsByTask">Whether the lab has providers' refusals told by the task.</param>
    public static FaultShape AutoOf(OperationInfo? operation, DataTypeInfo fault, bool refusalsByTask)
    {
        if (operation is null)
        {
            return FaultShape.SoapFault;
        }

        IReadOnlyList<FaultShape> legal = ShapesOf(operation, fault);
        OperationKind kind = OperationKinds.Of(operation);
        if (legal.Contains(FaultShape.Summary))
        {
            return FaultShape.Summary;
        }

        if (legal.Contains(FaultShape.GroupError) && (_ofGroups.Contains(fault.Name) || fault.Name == "QueryExecutionFault" || !legal.Contains(FaultShape.SoapFault)))
        {
            return FaultShape.GroupError;
        }

        if (legal.Contains(FaultShape.Warning))
        {
            return FaultShape.Warning;
        }

        bool byTask = kind == OperationKind.LifeCycle
            ? !fault.IsA(_runtimeFault) && fault.Name is not ("NotFound" or "SyncInProgress")
            : kind == OperationKind.Task && refusalsByTask && !fault.IsA(_runtimeFault);
        return byTask && legal.Contains(FaultShape.TaskError) ? FaultShape.TaskError : FaultShape.SoapFault;
    }

    private static bool IsOfGroup(OperationInfo operation, OperationKind kind, string fault) => kind == OperationKind.Task
        ? _ofGroups.Contains(fault) || _ofGroupsToo.Contains(fault)
        : _ofQueriedGroups.TryGetValue(operation.Name, out HashSet<string>? faults) && faults.Contains(fault);
}
