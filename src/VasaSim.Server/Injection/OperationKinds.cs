using VasaSim.Faults.Rules;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>What kind of operation one is, as rules tell them apart.</summary>
internal static class OperationKinds
{
    private const string TaskSuffix = "_Task";

    /// <summary>The kind of an operation; one that is not known asks for something.</summary>
    public static OperationKind Of(OperationInfo? operation) => operation switch
    {
        null => OperationKind.Query,
        { Name: "Login" or "LoginBySSPI" or "LoginByToken" or "Logout" or "TerminateSession" } when operation.Service == Contracts.Vim => OperationKind.Session,
        _ when IsReplicationTask(operation) => OperationKind.Task,
        _ when operation.Name.EndsWith(TaskSuffix, StringComparison.Ordinal) => OperationKind.LifeCycle,
        _ => OperationKind.Query,
    };

    /// <summary>Whether the result tells of each group for itself.</summary>
    public static bool HasGroupResults(OperationInfo operation) =>
        IsReplicationTask(operation) || operation.Returns is { Name: "GroupOperationResult" };

    private static bool IsReplicationTask(OperationInfo operation) =>
        operation.Owner.Name == "VasaProvider" && operation.Name.EndsWith(TaskSuffix, StringComparison.Ordinal)
        && (operation.Name.Contains("ReplicationGroup", StringComparison.Ordinal) || operation.Name.Contains("ReplicateGroup", StringComparison.Ordinal));
}
