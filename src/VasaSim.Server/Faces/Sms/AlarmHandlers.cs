using VasaSim.Core;
using VasaSim.Core.Alarms;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>The alarms of providers.</summary>
internal static class AlarmHandlers
{
    public static void Register(HandlerTable handlers) => handlers.On<QueryActiveAlarmRequest>(QueryActiveAlarm);

    private static Outcome QueryActiveAlarm(VmodlCall call, QueryActiveAlarmRequest request, World world) =>
        request.AlarmFilter.TryToCore(out Core.Alarms.AlarmFilter? filter, out string? wrong)
            ? AlarmQueries.Active(world, world.FindProvider(call.Target.Value)!, call.OperationName, filter).ToOutcome(page => page.ToWire())
            : VmodlCall.Invalid(wrong);
}
