using VasaSim.Core.Storage;

namespace VasaSim.Core;

/// <content>All that the world is made of.</content>
public sealed partial class World
{
    /// <summary>
    /// Every entity, in no particular order: what the constructor takes. To be read before the world changes again; the
    /// entities themselves never change.
    /// </summary>
    public IEnumerable<Entity> Entities =>
    [
        Info, Counters, Clock, .. _sites.All, .. _hosts.All, .. _datastores.All, .. _machines.All, .. _arrays.All, .. _luns.All,
        .. _containers.All, .. _providers.All, .. _endpoints.All, .. _domains.All, .. _links.All, .. _alarms.All, .. _groups.All,
        .. Replicas.All, .. Tasks.All, .. Cloud.All, .. Recovery.All,
    ];
}
