using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes clouds, their machines and their replications for people.</summary>
internal static class CloudTables
{
    public static void Clouds(TextWriter output, IEnumerable<CloudReport> clouds) => TextTable.Write(
        output,
        ["CLOUD", "SITE", "KIND", "ORGS", "MACHINES", "INCOMING", "OUTGOING", "LINKS"],
        clouds.Select(c => new[]
        {
            c.Id, c.Site, c.Kind, Reports.ListOf(c.Orgs), Number(c.Machines), Number(c.Incoming), Number(c.Outgoing),
            Reports.ListOf(c.Links.Select(l => $"{l.To} {(l.Up ? "up" : "down")}")),
        }));

    public static void Machines(TextWriter output, IEnumerable<CloudMachineReport> machines) => TextTable.Write(
        output,
        ["MACHINE", "NAME", "ORG", "VDC", "VAPP", "POWER", "CHANGE RATE", "REPLICATIONS"],
        machines.Select(m => new[]
        {
            m.Id, m.Name, m.Org ?? "-", m.Vdc ?? "-", m.Vapp ?? "-", m.PoweredOn ? "on" : "off", m.ChangeRate, Reports.ListOf(m.Replications),
        }));

    public static void Replications(TextWriter output, IEnumerable<CloudReplicationReport> replications) => TextTable.Write(
        output,
        ["REPLICATION", "MACHINE", "FROM", "TO", "STATE", "MODE", "DATA CONNECTION", "RPO", "LATEST", "INSTANCES", "TASK"],
        replications.Select(r => new[]
        {
            r.Id, r.Name, End(r.Source), End(r.Destination), State(r), r.Mode, r.DataConnection, Rpo(r), Latest(r), Number(r.InstanceCount), r.Task ?? "-",
        }));

    public static void Replication(TextWriter output, CloudReplicationReport replication)
    {
        Reports.Field(output, "replication", replication.Id);
        Reports.Field(output, "of vApp", replication.VappReplication);
        Reports.Field(output, "owner", replication.Owner);
        Reports.Field(output, "machine", $"{replication.Name} ({replication.Machine})");
        Reports.Field(output, "source", End(replication.Source));
        Reports.Field(output, "destination", End(replication.Destination));
        Reports.Field(output, "state", State(replication));
        Reports.Field(output, "mode", replication.Mode);
        Reports.Field(output, "data connection", replication.DataConnection);
        Reports.Field(output, "rpo", Rpo(replication));
        Reports.Field(output, "task", replication.Task ?? "-");
        TextTable.Write(
            output,
            ["INSTANCE", "NUMBER", "TIME", "BYTES"],
            (replication.Instances ?? []).Select(i => new[]
            {
                i.Key, i.Number.ToString(CultureInfo.InvariantCulture), Reports.Time(i.Time), i.Bytes.ToString(CultureInfo.InvariantCulture),
            }));
    }

    private static string End(CloudEndReport end) => string.Join('/', new[] { end.Site, end.Org, end.Vdc }.OfType<string>());

    private static string State(CloudReplicationReport replication) => string.Concat(
        [replication.State, .. replication.Reversed ? [" (reversed)"] : Array.Empty<string>(), .. replication.Migration ? [" (migration)"] : Array.Empty<string>()]);

    private static string Rpo(CloudReplicationReport replication) => string.Create(
        CultureInfo.InvariantCulture,
        $"{replication.Rpo}m{(replication.RpoViolation > 0 ? string.Create(CultureInfo.InvariantCulture, $" (violated by {replication.RpoViolation}m)") : "")}");

    private static string Latest(CloudReplicationReport replication) => replication.Latest is { } latest ? Reports.Time(latest.Time) : "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
