using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <content>Tasks; what each comes to is looked at wherever a case starts one.</content>
public static partial class TwinCases
{
    private static ManagedObjectReference FirstTask => new("SmsTask", "smsTask-1");

    private static IEnumerable<TwinCase> Tasks() =>
    [
        new("ended", FirstTask, new QuerySmsTaskInfoRequest()) { Before = Call(_target, Sync(_replica)) },
        new("ended", FirstTask, new QuerySmsTaskResultRequest()) { Before = Call(_target, Sync(_replica)) },
        new("running", FirstTask, new QuerySmsTaskInfoRequest()) { Instant = false, Before = Call(_target, Sync(_replica)) },
        new("half way", FirstTask, new QuerySmsTaskInfoRequest())
            { Instant = false, Before = Call(_target, Sync(_replica)).Then(stage => stage.AdvanceAsync("0.5s")) },
        new("running", FirstTask, new QuerySmsTaskResultRequest()) { Instant = false, Before = Call(_target, Sync(_replica)) },
        new("queued", FirstTask, new QuerySmsTaskInfoRequest())
            { Instant = false, Knobs = k => k with { ExposeQueued = true }, Before = Call(_target, Sync(_replica)) },
        new("without a result", FirstTask, new QuerySmsTaskResultRequest())
            { Knobs = k => k with { TestResultVoid = true }, Before = Call(_target, Test(_replica)) },
        new("unknown", FirstTask, new QuerySmsTaskInfoRequest()) { Fault = "ManagedObjectNotFound" },
        new("unknown", FirstTask, new QuerySmsTaskResultRequest()) { Fault = "ManagedObjectNotFound" },
    ];
}
