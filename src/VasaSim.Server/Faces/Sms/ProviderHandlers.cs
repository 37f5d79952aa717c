using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Who the providers are, and which fault domains they manage.</summary>
internal static class ProviderHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<QueryProviderRequest>(static (_, _, world) =>
            Outcome.Result(world.Providers.Select(p => SmsObjects.Provider(p.Id)).ToArray()))
        .On<QueryProviderInfoRequest>(static (call, _, world) =>
            Outcome.Result(world.FindProvider(call.Target.Value)!.ToWire(world)))
        .On<QueryFaultDomainRequest>(static (_, request, world) => QueryFaultDomain(request.Filter?.ProviderId, world));

    private static Outcome QueryFaultDomain(string? uid, World world)
    {
        // Those that no registered provider manages the service does not know.
        IEnumerable<FaultDomain> domains = world.FaultDomains.Where(d => ProviderDirectory.ActiveFor(world, d) is not null);
        if (uid is not null)
        {
            if (world.Providers.FirstOrDefault(p => p.Uid == uid) is not { } provider)
            {
                return Outcome.Failed(new NotFound(), $"Not found: provider {uid}.");
            }

            domains = ProviderDirectory.DomainsOf(world, provider).Select(d => d.Domain);
        }

        return Outcome.Result(domains.Select(d => Describe(world, d)).ToArray());
    }

    private static FaultDomainInfo Describe(World world, FaultDomain domain) => new()
    {
        Id = domain.Id,
        Name = domain.Name,
        Description = domain.Description,
        StorageArrayId = domain.ArrayId,
        Provider = ProviderDirectory.ActiveFor(world, domain) is { } active ? SmsObjects.Provider(active.Id) : null,
    };
}
