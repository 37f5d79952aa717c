using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim status</c>: everything at a glance.</summary>
internal static class StatusCommand
{
    public static Command Create(Terminal terminal) =>
        ClientVerb.Create(terminal, "status", "Shows a running simulator: addresses, users, clock, providers, links.", RunAsync);

    private static async Task RunAsync(ClientCall call)
    {
        ControlJson types = ControlJson.Readable;
        SimulatorReport info = await call.GetAsync("/_sim/info", types.SimulatorReport);
        ClockReport clock = await call.GetAsync("/_sim/v1/clock", types.ClockReport);
        ProviderList providers = await call.GetAsync("/_sim/v1/providers", types.ProviderList);
        LinkList links = await call.GetAsync("/_sim/v1/links", types.LinkList);
        if (call.Json)
        {
            JsonObject all = new()
            {
                ["info"] = JsonSerializer.SerializeToNode(info, types.SimulatorReport),
                ["clock"] = JsonSerializer.SerializeToNode(clock, types.ClockReport),
                ["providers"] = JsonSerializer.SerializeToNode(providers.Providers, types.IReadOnlyListProviderReport),
                ["links"] = JsonSerializer.SerializeToNode(links.Links, types.IReadOnlyListLinkReport),
            };
            await call.Out.WriteLineAsync(all.ToJsonString(types.Options));
            return;
        }

        Write(call.Out, info, clock);
        await call.Out.WriteLineAsync();
        Reports.Providers(call.Out, providers.Providers);
        await call.Out.WriteLineAsync();
        Reports.Links(call.Out, links.Links);
    }

    private static void Write(TextWriter output, SimulatorReport info, ClockReport clock)
    {
        Reports.Field(output, "vasasim", string.Create(CultureInfo.InvariantCulture, $"{info.Version}, pid {info.Pid}"));
        Reports.Field(output, "sms", info.Urls.Sms);
        Reports.Field(output, "vim", info.Urls.Vim);
        Reports.Field(output, "json", info.Urls.Json);
        Reports.Field(output, "vcda", info.Urls.Vcda ?? "- (no clouds)");
        Reports.Field(output, "srm", info.Urls.Srm is { } srm ? $"{srm} and {info.Urls.SrmPeer}" : "- (not just two sites)");
        Reports.Field(output, "control", info.Urls.Control);
        Reports.Field(output, "ca", info.CaPath ?? "- (no TLS)");
        Reports.Field(output, "lab", string.Create(CultureInfo.InvariantCulture, $"{info.Lab}, seed {info.Seed}, began {Reports.Time(info.StartTime)}"));
        Reports.Field(output, "data", info.DataDirectory ?? "in memory");
        Reports.Field(output, "clock", Reports.Clock(clock));
        CountReport counts = info.Counts;
        Reports.Field(output, "holds", string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Sites} sites, {counts.FaultDomains} fault domains, {counts.Groups} groups, {counts.VirtualMachines} virtual machines, {counts.Clouds} clouds, {counts.CloudReplications} replications between them, {counts.Tasks} tasks, {counts.Sessions} sessions"));
        foreach (UserReport user in info.Users)
        {
            Reports.Field(output, "user", $"{user.Name}: {Reports.ListOf(user.Privileges)}");
        }
    }
}
