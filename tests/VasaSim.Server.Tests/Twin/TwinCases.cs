using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Twin;

/// <summary>The cases of the comparison, by topic in the other halves of the class.</summary>
public static partial class TwinCases
{
    private static readonly ManagedObjectReference _manager = new("SmsStorageManager", "storageManager");
    private static readonly ManagedObjectReference _active = SmsClient.Provider(1);
    private static readonly ManagedObjectReference _standby = SmsClient.Provider(2);
    private static readonly ManagedObjectReference _target = SmsClient.Provider(3);
    private static readonly ManagedObjectReference _filter = SmsClient.Provider(4);
    private static readonly ManagedObjectReference _offline = SmsClient.Provider(5);
    private static readonly ManagedObjectReference _expired = SmsClient.Provider(6);

    private static readonly ReplicationGroupId _source = SmsClient.Group("fd-a1", "rg-01");
    private static readonly ReplicationGroupId _replica = SmsClient.Group("fd-b1", "rg-01-t");
    private static readonly ReplicationGroupId _other = SmsClient.Group("fd-b1", "rg-02-t");
    private static readonly ReplicationGroupId _inTest = SmsClient.Group("fd-b1", "rg-03-t");
    private static readonly ReplicationGroupId _failedOver = SmsClient.Group("fd-b1", "rg-04-t");
    private static readonly ReplicationGroupId _empty = SmsClient.Group("fd-b1", "rg-06-t");
    private static readonly ReplicationGroupId _neverCopied = SmsClient.Group("fd-b1", "rg-07-t");
    private static readonly ReplicationGroupId _wholeMachine = SmsClient.Group("fd-io-b", "rg-08-t");
    private static readonly ReplicationGroupId _unknown = SmsClient.Group("fd-b1", "none");

    /// <summary>All cases.</summary>
    public static IReadOnlyList<TwinCase> All { get; } =
        [.. Service(), .. Groups(), .. Replication(), .. Tasks(), .. Inventory(), .. LifeCycle(), .. Alarms()];

    /// <summary>Declared faults that no state of the world leads to, and why.</summary>
    public static IReadOnlyDictionary<(string Method, string Fault), string> Unprovokable { get; } =
        new Dictionary<(string, string), string>
        {
            [("QueryProvider", "QueryExecutionFault")] = "the list of providers is the service's own: no query to a provider can fail",
            [("QueryFaultDomain", "QueryExecutionFault")] = "the list of fault domains is the service's own",
            [("QueryReplicationGroupInfo", "QueryExecutionFault")] = "trouble with a provider is told entry by entry",
            [("QueryReplicationGroup", "QueryExecutionFault")] = "each trouble has a fault of its own, or is told entry by entry",
            [("QueryReplicationPeer", "QueryExecutionFault")] = "each trouble has a fault of its own, or is told entry by entry",
        };

    private static Func<TwinStage, Task> Provider(string id, string change) => stage => stage.PatchAsync($"providers/{id}", change);

    private static Func<TwinStage, Task> LinkDown(string one = "fd-a1", string other = "fd-b1") =>
        stage => stage.PatchAsync($"links/{one}/{other}", """{"up":false}""");

    private static Func<TwinStage, Task> Call(ManagedObjectReference target, Request request) => stage => stage.DoAsync(target, request);

    private static Func<TwinStage, Task> Then(this Func<TwinStage, Task> first, Func<TwinStage, Task> second) => async stage =>
    {
        await first(stage);
        await second(stage);
    };
}
