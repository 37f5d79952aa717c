using System.Net;
using Microsoft.AspNetCore.Http;
using VasaSim.Configuration.Texts;
using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Faces.Vim;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Control;

/// <summary>What runs here.</summary>
internal sealed class InfoResource(Workspace workspace, SimulatorOptions options, ControlSurroundings surroundings)
{
    // Asked what they have, never called.
    private readonly IReadOnlyList<VmodlService> _services = [new SmsService(), new VimService(CancellationToken.None)];

    public async ValueTask<Reply> ShowAsync(HttpContext http)
    {
        // The address that the caller has reached is the one that it can reach.
        IPAddress address = http.Connection.LocalIpAddress!;
        IPEndPoint here = new(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, http.Connection.LocalPort);
        return Reply.Ok(await workspace.RunAsync((Resource: this, Here: here), static (world, s) => s.Resource.Make(world, s.Here)), ControlJson.Readable.SimulatorReport);
    }

    public async ValueTask<Reply> CaAsync(HttpContext http) => surroundings.CaPath is { } path
        ? new Reply(StatusCodes.Status200OK, "application/x-pem-file", await File.ReadAllBytesAsync(path, http.RequestAborted))
        : Reply.Failed(StatusCodes.Status404NotFound, "The product port runs without TLS (--tls off), so there is no CA to trust.");

    private SimulatorReport Make(World world, IPEndPoint control)
    {
        Uri product = surroundings.ProductUri();
        return new SimulatorReport
        {
            Product = "VasaSim",
            Version = ProductVersion.Text,
            Pid = Environment.ProcessId,
            Lab = world.Info.Lab.Name,
            Seed = world.Info.Seed,
            StartTime = world.Info.StartTime,
            DataDirectory = options.Workspace.DataDirectory,
            Ports = new PortReport(product.Port, control.Port, surroundings.VcdaUri?.Port, surroundings.SrmPeerUri?.Port),
            Urls = SimulatorUrls.Report(product, surroundings.VcdaUri, surroundings.SrmPeerUri, $"http://{control}"),
            CaPath = surroundings.CaPath,
            Users = [.. workspace.Sessions.Users.Users.Select(u => new UserReport(u.Name, u.FullName, [.. u.Privileges.Order(StringComparer.Ordinal)]))],
            Services = [.. _services.Select(s => Describe(s, ApiVersion.Parse(world.Knobs.ApiVersion)))],
            Limits = LimitsOf(world),
            Counts = CountsOf(world),
            Rules = (surroundings.RuleFile?.Report ?? new RuleFileReport(null, null, 0, [])) with { Count = workspace.Rules.Set.Rules.Count },
        };
    }

    private static ServiceReport Describe(VmodlService service, ApiVersion newest)
    {
        ServiceContract contract = service.Contract;
        return new ServiceReport(
            contract.Name,
            contract.Namespace,
            contract.Path,
            [.. contract.Versions.Where(v => v <= newest).Select(v => v.ToString())],
            [.. contract.Operations
                .Where(o => o.Since <= newest)
                .Select(o => new MethodReport(
                    o.Name, o.Owner.Name, o.Since.ToString(), service.Handlers.Find(o) is not null || service.Handlers.FindWaiting(o) is not null))]);
    }

    private LimitReport LimitsOf(World world) => new(
        options.Limits.MaxBodyBytes,
        options.Limits.MaxDepth,
        options.Limits.MaxElements,
        world.Knobs.DetailLimit,
        world.Knobs.PitLimit,
        world.Knobs.PitKeep,
        world.Knobs.TaskRetention.Max,
        DurationText.Format(world.Knobs.TaskRetention.Age),
        DurationText.Format(options.Workspace.SessionTimeout));

    private CountReport CountsOf(World world) => new(
        world.Sites.Count(),
        world.Providers.Count(),
        world.FaultDomains.Count(),
        world.Links.Count(),
        world.GroupCount,
        world.VirtualMachines.Count(),
        world.Cloud.Sites.Count,
        world.Cloud.Replications.Count,
        world.TaskCount,
        workspace.Sessions.Sessions.Count());
}
