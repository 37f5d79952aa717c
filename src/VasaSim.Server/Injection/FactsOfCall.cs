using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Injection;

/// <summary>What rules may ask about a call, answered from the world as it is at that point. Used in a turn on the world.</summary>
internal sealed class FactsOfCall(World world, Call call) : CallFacts
{
    private IReadOnlyList<GroupFacts>? _groups;
    private Provider? _provider;
    private bool _providerKnown;

    /// <summary>The same, kept as it is now.</summary>
    public RecordedFacts Record() => new()
    {
        SiteName = Site,
        ProviderId = Provider,
        NameOfProvider = ProviderName,
        KnownGroups = [.. Groups.Select(Kept)],
        LinksDown = [.. world.Links.Where(l => !l.Up).Select(l => (l.A, l.B))],
    };

    /// <inheritdoc/>
    public override string Face => call.Service.Contract.Name;

    /// <inheritdoc/>
    public override string Protocol => call.Protocol;

    /// <inheritdoc/>
    public override string Operation => call.Method;

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKinds.Of(call.Operation);

    /// <inheritdoc/>
    public override string? Site => ProviderOfCall?.Site;

    /// <inheritdoc/>
    public override string? Provider => ProviderOfCall?.Id;

    /// <inheritdoc/>
    public override string? ProviderName => ProviderOfCall?.Name;

    /// <inheritdoc/>
    public override string? User => call.Session?.User.Name;

    /// <inheritdoc/>
    public override string? Client => call.UserAgent;

    /// <inheritdoc/>
    public override string? Session => call.Session?.Key;

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> Groups => _groups ??= [.. CallGroups.Of(call.Request)
        .Where(g => g is { FaultDomainId.Id: not null, DeviceGroupId.Id: not null })
        .Select(g => FactsOf(g.ToCore()))];

    /// <inheritdoc/>
    public override string? Header(string name) => call.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) ? values.ToString() : null;

    /// <inheritdoc/>
    public override bool? IsLinkUp(string one, string other) =>
        world.FindLink(one, other)?.Up ?? (world.FindFaultDomain(one) is null || world.FindFaultDomain(other) is null ? null : true);

    // Otherwise the one that is active for the call's first group.
    private Provider? ProviderOfCall
    {
        get
        {
            if (!_providerKnown)
            {
                _providerKnown = true;
                _provider = world.FindProvider(call.Target.Value)
                    ?? (Groups.Count > 0 ? ProviderDirectory.ActiveFor(world, Groups[0].FaultDomain) : null);
            }

            return _provider;
        }
    }

    private static GroupFacts Kept(GroupFacts group)
    {
        int replicas = group.CountReplicas();
        return group with { CountReplicas = () => replicas };
    }

    private GroupFacts FactsOf(GroupId id)
    {
        if (world.FindGroup(id) is not { } group)
        {
            return new GroupFacts(id.FaultDomain, id.DeviceGroup);
        }

        GroupId[] partners = group.Source is { } source ? [source, .. group.Targets] : [.. group.Targets];
        return new GroupFacts(id.FaultDomain, id.DeviceGroup)
        {
            State = group.State.ToWire(),
            Labels = group.Labels,
            LinkUp = partners.Length == 0 ? null : partners.All(p => IsLinkUp(id.FaultDomain, p.FaultDomain) != false),
            CountReplicas = () => group.IsSource ? 0 : ReplicaCatalog.Count(world, group),
        };
    }
}
