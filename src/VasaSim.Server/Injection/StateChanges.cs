using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;

namespace VasaSim.Server.Injection;

/// <summary>
/// Changes of the world that rules make for a time, and what takes them back. They are in memory: a simulator that is
/// started again leaves the world as it was changed. Used in turns on the world.
/// </summary>
public sealed class StateChanges
{
    private readonly PriorityQueue<Action<World>, (DateTimeOffset At, int Order)> _pending = new();
    private int _made;

    /// <summary>When the next one is taken back; null when none is.</summary>
    internal DateTimeOffset? Next => _pending.TryPeek(out _, out (DateTimeOffset At, int Order) next) ? next.At : null;

    /// <summary>Takes back the next one; the world is at its time.</summary>
    internal void TakeBack(World world) => _pending.Dequeue()(world);

    /// <summary>Forgets them: the world is another one.</summary>
    internal void Clear() => _pending.Clear();

    /// <summary>Changes the world.</summary>
    internal void Apply(World world, StateSpec state, CallFacts facts)
    {
        List<Action<World>> back = [];
        if (state.Provider is { } word && world.FindProvider(state.Of ?? facts.Provider ?? "") is { } provider)
        {
            back.Add(SetProvider(world, provider, word));
        }

        if (state.LinkUp is { } up)
        {
            back.AddRange(LinksOf(world, state, facts).Select(link => SetLink(world, link, up)));
        }

        if (state.For is { } time)
        {
            foreach (Action<World> undo in back)
            {
                _pending.Enqueue(undo, (world.Now + time, _made++));
            }
        }
    }

    private static Action<World> SetProvider(World world, Provider provider, string word)
    {
        ProviderStatus status = word switch
        {
            "online" => ProviderStatus.Online,
            "offline" => ProviderStatus.Offline,
            _ => ProviderStatus.Disconnected,
        };
        WorldControl.SetProvider(world, provider, new ProviderPatch { Status = status });
        (string id, ProviderStatus before) = (provider.Id, provider.Status);
        return later =>
        {
            if (later.FindProvider(id) is { } again)
            {
                WorldControl.SetProvider(later, again, new ProviderPatch { Status = before });
            }
        };
    }

    private static Action<World> SetLink(World world, (string A, string B) link, bool up)
    {
        bool before = world.FindLink(link.A, link.B)?.Up ?? true;
        WorldControl.SetLink(world, link.A, link.B, new LinkPatch(Up: up));
        return later => WorldControl.SetLink(later, link.A, link.B, new LinkPatch(Up: before));
    }

    private static IEnumerable<(string A, string B)> LinksOf(World world, StateSpec state, CallFacts facts)
    {
        if (state.Ends is [{ } one, { } other])
        {
            return [(one, other)];
        }

        HashSet<(string A, string B)> links = [];
        foreach (GroupFacts named in facts.Groups)
        {
            if (world.FindGroup(new GroupId(named.FaultDomain, named.Id)) is { } group)
            {
                GroupId[] partners = group.Source is { } source ? [source, .. group.Targets] : [.. group.Targets];
                links.UnionWith(partners.Select(p => Link.Order(group.Id.FaultDomain, p.FaultDomain)));
            }
            else if (world.Cloud.FindReplication(named.Id) is { } machine)
            {
                links.Add(Link.Order(machine.Source.Site, machine.Destination.Site));
            }
            else if (world.Cloud.FindVappReplication(named.Id) is { } vapp)
            {
                links.Add(Link.Order(vapp.Source.Site, vapp.Destination.Site));
            }
        }

        return links;
    }
}
