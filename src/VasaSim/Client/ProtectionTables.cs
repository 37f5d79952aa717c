using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes protection groups and the machines of vCenters for people.</summary>
internal static class ProtectionTables
{
    public static void Groups(TextWriter output, IEnumerable<ProtectionGroupReport> groups) => TextTable.Write(
        output,
        ["GROUP", "KIND", "FROM", "TO", "STATUS", "RECOVERY", "MACHINES", "TASKS"],
        groups.Select(g => new[]
        {
            g.Name, g.Kind, g.ProtectedSite, g.RecoverySite, g.Status, g.RecoveryStatus,
            g.MemberCount.ToString(CultureInfo.InvariantCulture), Reports.ListOf(g.Tasks),
        }));

    public static void Group(TextWriter output, ProtectionGroupReport group)
    {
        Reports.Field(output, "group", group.Name);
        Reports.Field(output, "id", group.Id);
        Reports.Field(output, "description", group.Description ?? "-");
        Reports.Field(output, "kind", group.Kind);
        Reports.Field(output, "from", group.ProtectedSite);
        Reports.Field(output, "to", group.RecoverySite);
        Reports.Field(output, "replicated", Reports.ListOf(group.Replicated));
        Reports.Field(output, "status", group.Status);
        Reports.Field(output, "recovery", group.RecoveryStatus);
        Reports.Field(output, "tasks", Reports.ListOf(group.Tasks));
        TextTable.Write(
            output,
            ["MACHINE", "NAME", "STATUS", "PLACEHOLDER", "ERRORS"],
            (group.Members ?? []).Select(m => new[] { m.Machine, m.Name, m.Status, m.Placeholder?.Id ?? "-", Reports.ListOf(m.Errors) }));
    }

    public static void Machines(TextWriter output, IEnumerable<MachineReport> machines) => TextTable.Write(
        output,
        ["MACHINE", "NAME", "SITE", "DATASTORE", "FOLDER", "POOL", "NETWORKS", "POLICY", "UNREPLICATED", "PROTECTED BY"],
        machines.Select(m => new[]
        {
            m.Id, m.Name, m.Site, m.Datastore, m.Folder ?? "-", m.ResourcePool ?? "-", Reports.ListOf(m.Networks), m.StoragePolicy ?? "-",
            Reports.ListOf(m.UnreplicatedDisks), Reports.ListOf(m.ProtectionGroups),
        }));
}
