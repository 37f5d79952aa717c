using VasaSim.Server.Calls;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Methods of SmsServiceInstance.</summary>
internal static class ServiceHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<QueryStorageManagerRequest>(static (_, _, _) => Outcome.Result(SmsObjects.StorageManager))
        .On<QuerySessionManagerRequest>(static (_, _, _) => Outcome.Result(SmsObjects.SessionManager))
        .On<QueryAboutInfoRequest>(static (_, _, world) => Outcome.Result(new SmsAboutInfo
        {
            Name = "SMS",
            FullName = $"VMware vCenter Storage Monitoring Service {world.Knobs.ApiVersion}",
            Vendor = "VMware, Inc.",
            ApiVersion = world.Knobs.ApiVersion,
            InstanceUuid = InstanceIds.Of(world, "sms"),
            VasaApiVersion = "3.0",
        }));
}
