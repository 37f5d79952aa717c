using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Server.Faces.Vcda.Wire;
using Wire = VasaSim.Server.Faces.Vcda.Wire;
using Model = VasaSim.Core.Cloud.Model;
using Queries = VasaSim.Core.Cloud.Queries;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Says states and settings in the API's words.</summary>
internal static class StateTranslation
{
    public static HealthColor ToWire(this OverallHealth health) => health switch
    {
        OverallHealth.Green => HealthColor.Green,
        OverallHealth.Yellow => HealthColor.Yellow,
        _ => HealthColor.Red,
    };

    public static ConnectionState ToWire(this DataConnectionState state) => state switch
    {
        DataConnectionState.Ok => ConnectionState.Ok,
        DataConnectionState.InitialSyncing => ConnectionState.InitialSyncing,
        DataConnectionState.Syncing => ConnectionState.Syncing,
        DataConnectionState.Paused => ConnectionState.Paused,
        DataConnectionState.PoweredOff => ConnectionState.PoweredOff,
        DataConnectionState.Finished => ConnectionState.Finished,
        DataConnectionState.Error => ConnectionState.Error,
        _ => ConnectionState.Unknown,
    };

    public static SourceActivity ToWire(this Queries.SourceState state) => state switch
    {
        Queries.SourceState.Active => SourceActivity.Active,
        Queries.SourceState.Error => SourceActivity.Error,
        Queries.SourceState.Idle => SourceActivity.Idle,
        Queries.SourceState.Paused => SourceActivity.Paused,
        Queries.SourceState.Syncing => SourceActivity.Syncing,
        _ => SourceActivity.None,
    };

    public static DestinationActivity ToWire(this Queries.DestinationState state) => state switch
    {
        Queries.DestinationState.Idle => DestinationActivity.Idle,
        Queries.DestinationState.Passive => DestinationActivity.Passive,
        Queries.DestinationState.Opened => DestinationActivity.Opened,
        Queries.DestinationState.FullSync => DestinationActivity.FullSync,
        Queries.DestinationState.Lwd => DestinationActivity.Lwd,
        Queries.DestinationState.Paused => DestinationActivity.Paused,
        _ => DestinationActivity.Unknown,
    };

    public static DataConnectionKind ToWire(this DataConnectionType type) => type switch
    {
        DataConnectionType.Encrypted => DataConnectionKind.Encrypted,
        DataConnectionType.EncryptedCompressed => DataConnectionKind.EncryptedCompressed,
        _ => DataConnectionKind.Plain,
    };

    public static DataConnectionType FromWire(this DataConnectionKind type) => type switch
    {
        DataConnectionKind.Encrypted => DataConnectionType.Encrypted,
        DataConnectionKind.EncryptedCompressed => DataConnectionType.EncryptedCompressed,
        _ => DataConnectionType.Plain,
    };

    public static TargetDiskType FromWire(this TargetDiskKind type) => type switch
    {
        TargetDiskKind.Preallocated => TargetDiskType.Preallocated,
        TargetDiskKind.PreallocatedZeros => TargetDiskType.PreallocatedZeros,
        _ => TargetDiskType.Thin,
    };

    public static RetentionPolicy ToWire(this IReadOnlyList<Model.RetentionRule> rules) =>
        new([.. rules.Select(r => new Wire.RetentionRule(r.NumberOfInstances, r.Distance))]);
}
