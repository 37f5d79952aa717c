using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>The words that say what a provider is like, in lab files and wherever else a tester says it. Immutable.</summary>
public static class ProviderWords
{
    /// <summary>What the service knows about a provider's health.</summary>
    public static IReadOnlyList<(string Name, ProviderStatus Value)> Statuses { get; } =
    [
        ("online", ProviderStatus.Online), ("offline", ProviderStatus.Offline),
        ("syncError", ProviderStatus.SyncError), ("connected", ProviderStatus.Connected),
        ("disconnected", ProviderStatus.Disconnected),
    ];

    /// <summary>What becomes of the ids when replication is reversed.</summary>
    public static IReadOnlyList<(string Name, ReverseIds Value)> ReverseIds { get; } =
        [("keep", Core.Model.ReverseIds.Keep), ("new", Core.Model.ReverseIds.New)];

    /// <summary>Wire names of the methods of a provider that name groups or fault domains; those that a limit can concern.</summary>
    public static IReadOnlyList<string> GroupMethods { get; } =
    [
        "QueryReplicationPeer", "QueryReplicationGroup", "QueryPointInTimeReplica", "SyncReplicationGroup_Task",
        "PrepareFailoverReplicationGroup_Task", "FailoverReplicationGroup_Task", "ReverseReplicateGroup_Task",
        "TestFailoverReplicationGroupStart_Task", "TestFailoverReplicationGroupStop_Task",
        "PromoteReplicationGroup_Task",
    ];

    /// <summary>Wire names of the methods that a provider can lack.</summary>
    public static IReadOnlyList<(string Name, string Value)> Methods { get; } =
    [
        .. GroupMethods.Select(name => (name, name)),
        ("QueryActiveAlarm", "QueryActiveAlarm"),
    ];
}
