using VasaSim.Core.Alarms;
using VasaSim.Core.Lab;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the alarms that a provider begins with.</summary>
internal static class AlarmReader
{
    private const int MostOfOne = 100_000;

    private static readonly (string, AlarmType)[] Types = [.. Enum.GetValues<AlarmType>().Select(t => ($"{t}Alarm", t))];

    private static readonly (string, AlarmEntity)[] Entities = [.. Enum.GetValues<AlarmEntity>().Select(e => ($"{e}Entity", e))];

    private static readonly (string, AlarmSeverity)[] Severities =
        [("Yellow", AlarmSeverity.Yellow), ("Red", AlarmSeverity.Red), ("Green", AlarmSeverity.Green)];

    public static List<AlarmDefinition> ReadAll(Section provider)
    {
        List<AlarmDefinition> alarms = [];
        foreach (YamlNode item in provider.Items("alarms") ?? [])
        {
            if (provider.Scope.SectionOf(item, "an alarm") is { } section)
            {
                alarms.Add(Read(section));
                section.Close();
            }
        }

        return alarms;
    }

    private static AlarmDefinition Read(Section section) => new(
        new()
        {
            Type = section.Choice("type", Types, AlarmType.Object),
            Severity = section.Choice("status", Severities, AlarmSeverity.Yellow),
            Entity = section.Choice("entityType", Entities, AlarmEntity.StorageObject),
            EntityId = section.RequiredText("entityId") ?? "",
            Message = section.Text("message") ?? "sim.alarm",
            Since = default,
            IsFixed = true,
        },
        section.Whole("count", 1, MostOfOne) ?? 1);
}
