using System.Buffers;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Injection;

/// <summary>A call in the default lab that succeeds unless a rule has it otherwise.</summary>
/// <param name="Target">The object that is called.</param>
/// <param name="Request">The arguments, and with them the method.</param>
internal sealed record FaultCall(ManagedObjectReference Target, Request Request)
{
    private static readonly ManagedObjectReference _manager = new("SmsStorageManager", "storageManager");
    private static readonly ReplicationGroupId _group = SmsClient.Group("fd-b1", "rg-01-t");

    /// <summary>Calls that between them raise every fault in every shape; those that are most usual come first.</summary>
    public static IReadOnlyList<FaultCall> All { get; } =
    [
        new(SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [_group], PitName = "before-update" }),
        new(SmsClient.Provider(3), new QueryReplicationGroupRequest { GroupId = [_group] }),
        new(SmsClient.Provider(3), new QueryPointInTimeReplicaRequest { GroupId = [_group], QueryParam = new QueryPointInTimeReplicaParam { PitName = ".*" } }),
        new(SmsClient.Provider(3), new TestFailoverReplicationGroupStopRequest { GroupId = [SmsClient.Group("fd-b1", "rg-03-t")], Force = true }),
        new(_manager, new QueryReplicationGroupInfoRequest { RgFilter = new ReplicationGroupFilter { GroupId = [_group] } }),
        new(_manager, new QueryArrayRequest()),
        new(_manager, new RegisterProviderRequest
        {
            ProviderSpec = new VasaProviderSpec
            {
                Name = "array-f1", Username = "vasa", Password = "VasaSim!1", Url = "https://array-f1.sim.local:8084/version.xml",
            },
        }),
        new(_manager, new UnregisterProviderRequest { ProviderId = "8365ab7f-0000-4000-8000-0000000000e1" }),
        new(SmsClient.Provider(1), new VasaProviderReconnectRequest()),
        new(SmsClient.Provider(1), new VasaProviderSyncRequest()),
        new(SmsClient.Provider(3), new VasaProviderRefreshCertificateRequest()),
        new(SmsClient.Provider(3), new VasaProviderRevokeCertificateRequest()),
    ];

    /// <summary>The method.</summary>
    public OperationInfo Operation => Request.Operation;

    /// <summary>The call as data: its object, and its arguments as VI JSON.</summary>
    public JsonObject ToJson()
    {
        ArrayBufferWriter<byte> arguments = new();
        JsonRequestWriter.Write(arguments, Request, Contracts.Sms.NewestVersion);
        return new JsonObject
        {
            ["target"] = new JsonObject { ["type"] = Target.Type, ["value"] = Target.Value },
            ["arguments"] = JsonNode.Parse(arguments.WrittenSpan) ?? new JsonObject(),
        };
    }
}
