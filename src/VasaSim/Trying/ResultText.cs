using System.Globalization;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>Tells what an operation did for a group.</summary>
internal static class ResultText
{
    /// <summary>What is worth telling of a result, each in a few words; its faults are not.</summary>
    public static IEnumerable<string> Of(GroupOperationResult? result) =>
    [
        .. result switch
        {
            SyncReplicationGroupSuccessResult sync => Replica(sync.PitId),
            FailoverSuccessResult failover => [.. Replica(failover.PitId), .. Devices(failover.RecoveredDeviceInfo ?? [])],
            ReverseReplicationSuccessResult reverse => [$"now {result.GroupId.FaultDomainId.Id}/{reverse.NewGroupId.Id}"],
            _ => Array.Empty<string>(),
        },
        .. result?.Warning is { Count: > 0 } warnings ? [$"warning {FaultText.Of(warnings)}"] : Array.Empty<string>(),
    ];

    /// <summary>A group's state; <c>-</c> when it was not told.</summary>
    public static string StateOf(GroupInfo? group) => group switch
    {
        SourceGroupInfo source => source.State,
        TargetGroupInfo target => target.State,
        _ => "-",
    };

    private static string[] Replica(PointInTimeReplicaId? id) => id is null ? [] : [$"replica {id.Id}"];

    private static IEnumerable<string> Devices(IReadOnlyList<RecoveredDevice> devices)
    {
        if (devices.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{devices.Count} device{(devices.Count == 1 ? "" : "s")}");
        }

        foreach (RecoveredDevice device in devices)
        {
            if (device.Error is { } error)
            {
                yield return $"a device without data: {FaultText.Of(error.Fault)}";
            }
        }
    }
}
