using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VasaSim.Core.Alarms;
using VasaSim.Core.Model;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says alarms, and what is asked of them, in the service's words.</summary>
internal static class AlarmTranslation
{
    public static AlarmResult ToWire(this AlarmPage page) => new()
    {
        StorageAlarm = [.. page.Alarms.Select(ToWire)],
        PageMarker = page.More?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">What the caller sent.</param>
    /// <param name="read">The filter.</param>
    /// <param name="wrong">The path of the member that makes no sense.</param>
    public static bool TryToCore(
        this Wire.AlarmFilter? filter, [NotNullWhen(true)] out Core.Alarms.AlarmFilter? read, [NotNullWhen(false)] out string? wrong)
    {
        read = null;
        wrong = null;
        if (filter is null)
        {
            read = new();
            return true;
        }

        SmsAlarmStatus status = default;
        Wire.AlarmType type = default;
        SmsEntityType entity = default;
        long after = 0;
        List<AlarmEntityId> ids = [];
        wrong = filter.AlarmStatus is not null && !SmsAlarmStatus.TryParseText(filter.AlarmStatus, out status) ? "alarmStatus"
            : filter.AlarmType is not null && !Wire.AlarmType.TryParseText(filter.AlarmType, out type) ? "alarmType"
            : filter.EntityType is not null && !SmsEntityType.TryParseText(filter.EntityType, out entity) ? "entityType"
            : filter is { EntityId.Count: > 0, EntityType: null } ? "entityType"
            : filter.EntityId?.Any(id => !TryId(id, ids)) == true ? "entityId"
            : filter.PageMarker is { } marker && !long.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out after) ? "pageMarker"
            : null;
        if (wrong is not null)
        {
            wrong = $"alarmFilter.{wrong}";
            return false;
        }

        read = new()
        {
            Severity = filter.AlarmStatus is null ? null : ToCore(status),
            Type = filter.AlarmType is null ? null : (Core.Alarms.AlarmType)(int)type,
            Entity = filter.EntityType is null ? null : (AlarmEntity)(int)entity,
            Ids = ids.Count == 0 ? null : ids,
            After = after,
        };
        return true;
    }

    private static bool TryId(object id, List<AlarmEntityId> ids)
    {
        switch (id)
        {
            case string text:
                ids.Add(new(text));
                return true;
            case ReplicationGroupId group:
                ids.Add(new(group.DeviceGroupId.Id, group.ToCore()));
                return true;
            default:
                return false;
        }
    }

    private static Wire.StorageAlarm ToWire(Core.Model.StorageAlarm alarm)
    {
        AlarmCondition condition = alarm.Condition;
        return new()
        {
            AlarmId = alarm.Id,
            AlarmType = ((Wire.AlarmType)(int)condition.Type).ToText(),
            ObjectId = condition.Group is null ? condition.EntityId : null,
            ObjectType = ((SmsEntityType)(int)condition.Entity).ToText(),
            Status = (condition.Severity switch
            {
                AlarmSeverity.Red => SmsAlarmStatus.Red,
                AlarmSeverity.Yellow => SmsAlarmStatus.Yellow,
                _ => SmsAlarmStatus.Green,
            }).ToText(),
            AlarmTimeStamp = condition.Since,
            MessageId = condition.Message,
            ParameterList = condition.Percent is { } percent
                ? [new NameValuePair { ParameterName = "used", ParameterValue = percent.ToString(CultureInfo.InvariantCulture) }]
                : null,
            AlarmObject = condition.Group?.ToWire(),
        };
    }

    private static AlarmSeverity ToCore(SmsAlarmStatus status) => status switch
    {
        SmsAlarmStatus.Red => AlarmSeverity.Red,
        SmsAlarmStatus.Yellow => AlarmSeverity.Yellow,
        _ => AlarmSeverity.Green,
    };
}
