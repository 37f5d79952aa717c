using System.Text.Json;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>
/// The members that the reference of API 4.5 gives the replication of a machine, with their types, written down apart from
/// the code that writes them. Behind the path stands the type; <c>?</c>: it may be null; words: one of these.
/// </summary>
internal static class DocumentedFields
{
    private const string OfMachine = """
        id text
        vmId text
        vmName text
        vmDescription text?
        computerName text?
        owner text
        isPaused flag
        isReversed flag
        isMigration flag
        lastUpdated int64
        metadata object?
        overallHealth GREEN|YELLOW|RED
        dataConnectionState ERROR|FINISHED|INITIAL_SYNCING|OK|PAUSED|POWERED_OFF|PRUNING|SYNCING|UNKNOWN
        settings object
        settings.description text?
        settings.rpo int32
        settings.dataConnectionType PLAIN|ENCRYPTED|ENCRYPTED_COMPRESSED
        settings.quiesced flag
        settings.retentionPolicy object
        settings.retentionPolicy.rules list
        settings.initialSyncTime int64
        settings.excludedDiskKeys list
        slaProfile object?
        sourceState object
        sourceState.state active|error|idle|none|paused|syncing
        sourceState.stateAge int64
        sourceState.progress object?
        sourceState.progress.progress int32
        sourceState.progress.bytesToTransfer int64
        sourceState.progress.bytesTransferred int64
        sourceState.progress.checksumTotalBytes int64
        sourceState.progress.checksumComparedBytes int64
        destinationState object
        destinationState.currentRpoViolation int32
        destinationState.isMovingReplica flag
        destinationState.lastError object?
        destinationState.lastError.code text
        destinationState.lastError.msg text
        destinationState.lastError.args list
        destinationState.lastError.stacktrace text?
        destinationState.latestInstance object?
        destinationState.latestInstance.key text
        destinationState.latestInstance.sequenceNumber int64
        destinationState.latestInstance.timestamp int64
        destinationState.latestInstance.transferBytes int64
        destinationState.latestInstance.transferSeconds int64
        destinationState.latestInstance.quiescedType none|applicationQuiesced|fileSystemQuiesced
        destinationState.latestInstance.isPinned flag
        destinationState.recoveryInfo object
        destinationState.recoveryInfo.type vcd
        destinationState.recoveryInfo.recoveryState NOT_STARTED|IN_PROGRESS|TEST|COMPLETE
        destinationState.recoveryInfo.optimizeUntil int64?
        destinationState.recoveryInfo.vAppId text?
        destinationState.recoveryInfo.vcdVmId text?
        destinationState.spaceRequirement int64
        destinationState.state idle|passive|opened|fullsync|lwd|prune|paused|unknown
        destinationState.stateAge int64
        startupInfo object
        startupInfo.order int32
        startupInfo.startAction text
        startupInfo.startDelay int32
        startupInfo.stopAction text
        startupInfo.stopDelay int32
        storageProfile text
        storageProfileName text
        placementPolicy text?
        placementPolicyName text?
        vimLocation object
        vimLocation.vimServer text
        vimLocation.vimServerInstanceUuid text
        vimLocation.datastore text
        vimLocation.datastoreMoref text
        vimLocation.datastoreName text
        """;

    // What the replication of a machine has beside, and that of a vApp too.
    private const string OfPlaces = """
        source object
        source.site text
        source.org text
        source.vdcId text
        source.vdcName text
        source.vappId text
        source.vappName text
        destination object
        destination.site text
        destination.org text
        destination.vdcId text
        destination.vdcName text
        destination.recoveredVappId text?
        """;

    private const string OfVapp = """
        id text
        owner text
        descriptor object
        descriptor.name text
        descriptor.description text?
        descriptor.metadata object?
        descriptor.networks list
        descriptor.isGolden flag
        descriptor.enabledTemplateCustomization flag
        vmReplications list
        lastUpdated int64
        isMigration flag
        overallHealth GREEN|YELLOW|RED
        """;

    /// <summary>Compares a replication, of a machine or of a vApp, as the reply to a call about it.</summary>
    public static void Check(JsonNode replication)
    {
        bool ofVapp = replication["vmReplications"] is not null;
        string[] problems =
        [
            .. Problems(replication, OfPlaces),
            .. ofVapp ? Problems(replication, OfVapp) : Problems(replication, "vappReplicationId text"),
            .. LifeCycle.MachinesOf(replication).SelectMany(m => Problems(m, OfMachine)),
        ];
        Assert.True(problems.Length == 0, $"{string.Join("; ", problems)}\n{replication.ToJsonString()}");
    }

    private static IEnumerable<string> Problems(JsonNode replication, string fields) =>
        from line in fields.Split('\n')
        let parts = line.Split(' ')
        where !Fits(replication, parts[0].Split('.'), parts[1])
        select line;

    private static bool Fits(JsonNode replication, string[] path, string type)
    {
        JsonNode? holder = replication;
        foreach (string member in path[..^1])
        {
            holder = holder?[member];
        }

        // Of what is null and may be, no members are asked for.
        return holder is null || (holder.AsObject().TryGetPropertyValue(path[^1], out JsonNode? value) && IsOf(value, type));
    }

    private static bool IsOf(JsonNode? value, string type) => value is null ? type.EndsWith('?') : type.TrimEnd('?') switch
    {
        "text" => value.GetValueKind() == JsonValueKind.String,
        "flag" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "int32" => int.TryParse(value.ToJsonString(), out _),
        "int64" => long.TryParse(value.ToJsonString(), out _),
        "object" => value.GetValueKind() == JsonValueKind.Object,
        "list" => value.GetValueKind() == JsonValueKind.Array,
        string words => value.GetValueKind() == JsonValueKind.String && words.Split('|').Contains((string?)value),
    };
}
