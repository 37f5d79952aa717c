using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <content>Alarms.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> Alarms() =>
    [
        new("of space and replication", _active, Alarms(null)),
        new("first page", _target, Alarms(null)),
        new("second page", _target, Alarms(new AlarmFilter { PageMarker = "300" })),
        new("last page", _target, Alarms(new AlarmFilter { PageMarker = "400" })),
        new("past the last", _target, Alarms(new AlarmFilter { PageMarker = "460" })),
        new("small pages", _target, Alarms(null)) { Knobs = k => k with { AlarmPage = 3 } },
        new("by status and type", _target, Alarms(new AlarmFilter { AlarmStatus = "Red", AlarmType = "SpaceCapacityAlarm" })),
        new("never green", _active, Alarms(new AlarmFilter { AlarmStatus = "Green" })),
        new("by entities", _active, Alarms(new AlarmFilter { EntityType = "StorageLunEntity", EntityId = ["a1-l1", "a1-l2", "none"] })),
        new("by group", _active, Alarms(new AlarmFilter { EntityType = "ReplicationGroupEntity", EntityId = [SmsClient.Group("fd-a1", "rg-07")] })),
        new("without replication", _target, Alarms(null)) { Before = LinkDown() },
        new("a full LUN", _active, Alarms(null)) { Before = stage => stage.PatchAsync("luns/a1-l1", """{"usedInMB":1048576}""") },
        new("a certificate's last month", _target, Alarms(new AlarmFilter { AlarmType = "CertificateAlarm" }))
            { Before = stage => stage.AdvanceAsync("100d") },
        new("refreshed certificate", _target, Alarms(new AlarmFilter { AlarmType = "CertificateAlarm" }))
            { Before = Call(_target, new VasaProviderRefreshCertificateRequest()) },
        new("of an IO filter", _filter, Alarms(null)),
        new("wrong status", _active, Alarms(new AlarmFilter { AlarmStatus = "RED" })) { Fault = "InvalidArgument" },
        new("wrong type", _active, Alarms(new AlarmFilter { AlarmType = "none" })) { Fault = "InvalidArgument" },
        new("wrong entity type", _active, Alarms(new AlarmFilter { EntityType = "StorageLun" })) { Fault = "InvalidArgument" },
        new("entity without type", _active, Alarms(new AlarmFilter { EntityId = ["a1-l1"] })) { Fault = "InvalidArgument" },
        new("entity that is none", _active, Alarms(new AlarmFilter { EntityType = "StorageLunEntity", EntityId = [7] })) { Fault = "InvalidArgument" },
        new("wrong marker", _active, Alarms(new AlarmFilter { PageMarker = "page 2" })) { Fault = "InvalidArgument" },
        new("unknown entity", _active, Alarms(new AlarmFilter { EntityType = "StorageLunEntity", EntityId = ["none"] }))
            { Fault = "NotFound", Knobs = k => k with { StrictAlarmEntities = true } },
        new("standby", _standby, Alarms(null)) { Fault = "InactiveProvider" },
        new("offline", _offline, Alarms(null)) { Fault = "ProviderUnavailable" },
        new("busy", _active, Alarms(null)) { Fault = "ProviderBusy", Before = Provider("vasaProvider-1", """{"busy":true}""") },
        new("not implemented", _active, Alarms(null))
            { Fault = "NotImplemented", Before = Provider("vasaProvider-1", """{"notImplemented":["QueryActiveAlarm"]}""") },
        new("never synced", _target, Alarms(null)) { Fault = "QueryExecutionFault", Within = ["ProviderSyncFailed"], Lab = NeverSynced },
    ];

    private static QueryActiveAlarmRequest Alarms(AlarmFilter? filter) => new() { AlarmFilter = filter };
}
