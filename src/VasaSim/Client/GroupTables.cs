using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes groups and replicas for people.</summary>
internal static class GroupTables
{
    public static void Groups(TextWriter output, IEnumerable<GroupReport> groups) => TextTable.Write(
        output,
        ["FAULT DOMAIN", "GROUP", "NAME", "STATE", "PARTNERS", "DEVICES", "REPLICAS", "LABELS", "TASK"],
        groups.Select(g => new[]
        {
            g.FaultDomain, g.Id, g.Name ?? "-", State(g), Partners(g), Number(g.DeviceCount), Number(g.ReplicaCount), Labels(g), Task(g),
        }));

    public static void Group(TextWriter output, GroupReport group)
    {
        Reports.Field(output, "group", $"{group.FaultDomain}/{group.Id}");
        Reports.Field(output, "name", group.Name ?? "-");
        Reports.Field(output, "description", group.Description ?? "-");
        Reports.Field(output, "agreement", group.Agreement ?? "-");
        Reports.Field(output, "labels", Labels(group));
        Reports.Field(output, "state", State(group));
        Reports.Field(output, group.Source is null ? "targets" : "source", Partners(group));
        Reports.Field(output, "provider", group.Provider ?? "-");
        Reports.Field(output, "promote capable", Answer(group.PromoteCapable));
        Reports.Field(output, "auto reverse", Answer(group.AutoReverse));
        Reports.Field(output, "change rate", group.ChangeRate);
        Reports.Field(output, "replicas", Number(group.ReplicaCount));
        Reports.Field(output, "schedule", Schedule(group));
        Reports.Field(output, "recovery", Recovery(group));
        Reports.Field(output, "task", Task(group));
        Reports.Field(output, "devices", Number(group.DeviceCount));
        TextTable.Write(
            output,
            ["SOURCE", "REPLICA", "RECOVERED", "DATASTORE", "VM", "BOUND", "COPIED"],
            (group.Devices ?? []).Select(d => new[]
            {
                d.Source, d.Replica ?? "-", d.Recovered ?? "-", d.Datastore, d.Vm ?? "-", Answer(d.Bound), Answer(d.Copied),
            }));
    }

    public static void Replicas(TextWriter output, IEnumerable<ReplicaReport> replicas) => TextTable.Write(
        output,
        ["REPLICA", "NAME", "TIME", "TAGS", "ORIGIN"],
        replicas.Select(r => new[] { r.Id, r.Name, Reports.Time(r.Time), Reports.ListOf(r.Tags), r.Origin }));

    private static string State(GroupReport group) => group.Prepared ? $"{group.State} (prepared)" : group.State;

    private static string Partners(GroupReport group) => Reports.ListOf(
        (group.Source is { } source ? [source] : group.Targets).Select(p => $"{p.FaultDomain}/{p.Id}"));

    private static string Labels(GroupReport group) => Reports.ListOf(group.Labels.Select(l => $"{l.Key}={l.Value}"));

    private static string Task(GroupReport group) => group.Task is { } task ? $"{task.Id} {task.Operation}" : "-";

    private static string Schedule(GroupReport group) => group.Schedule is { } schedule
        ? string.Create(CultureInfo.InvariantCulture, $"every {schedule.Every}, {schedule.Keep} kept{(schedule.Stopped ? ", stopped" : "")}")
        : "-";

    private static string Recovery(GroupReport group) => group.Recovery is { } recovery
        ? $"{Reports.Time(recovery.At)}, {(recovery.UsedReplica is { } used ? $"replica {used}" : "newest data")}"
        : "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Answer(bool value) => value ? "yes" : "no";
}
