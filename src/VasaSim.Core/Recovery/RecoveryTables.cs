using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery;

/// <summary>Protection groups and what belongs to them. Changed by the world alone.</summary>
public sealed class RecoveryTables
{
    private readonly OrderedTable<ProtectionGroup> _groups = new(g => g.Id, g => g.Ordinal);
    private readonly OrderedTable<InventoryMapping> _mappings = new(m => m.Id, m => m.Ordinal);
    private readonly OrderedTable<PlaceholderDatastore> _datastores = new(d => d.Datastore, d => d.Ordinal);
    private readonly OrderedTable<DrFolder> _folders = new(f => f.Id, f => f.Ordinal);
    private readonly EntityTable<string, MachineProtection> _protections = new();
    private readonly Dictionary<string, SortedDictionary<string, MachineProtection>> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<(MappingKind Kind, string Source, string TargetSite), InventoryMapping> _bySource = [];

    /// <summary>The groups, in the order of making.</summary>
    public IReadOnlyList<ProtectionGroup> Groups => _groups.All;

    /// <summary>The mappings, in the order of making.</summary>
    public IReadOnlyList<InventoryMapping> Mappings => _mappings.All;

    /// <summary>The placeholder datastores, in the order of adding.</summary>
    public IReadOnlyList<PlaceholderDatastore> PlaceholderDatastores => _datastores.All;

    /// <summary>The folders below the roots, in the order of making.</summary>
    public IReadOnlyList<DrFolder> Folders => _folders.All;

    /// <summary>Everything.</summary>
    internal IEnumerable<Entity> All => [.. Groups, .. Mappings, .. PlaceholderDatastores, .. Folders, .. _protections.All];

    /// <summary>The group, or null.</summary>
    public ProtectionGroup? FindGroup(string id) => _groups.Find(id);

    /// <summary>The mapping, or null.</summary>
    public InventoryMapping? FindMapping(string id) => _mappings.Find(id);

    /// <summary>The mapping of something to a site, or null.</summary>
    public InventoryMapping? FindMapping(MappingKind kind, string source, string targetSite) =>
        _bySource.GetValueOrDefault((kind, source, targetSite));

    /// <summary>The placeholder datastore, or null.</summary>
    public PlaceholderDatastore? FindPlaceholderDatastore(string datastore) => _datastores.Find(datastore);

    /// <summary>The folder, or null; the roots are none.</summary>
    public DrFolder? FindFolder(string id) => _folders.Find(id);

    /// <summary>The protection of a machine by a group, or null.</summary>
    public MachineProtection? FindProtection(string group, string machine) =>
        _protections.Find(MachineProtection.KeyOf(group, machine).Id);

    /// <summary>The machines that a group protects, by their ids.</summary>
    public IReadOnlyCollection<MachineProtection> ProtectionsOf(string group) =>
        _byGroup.TryGetValue(group, out SortedDictionary<string, MachineProtection>? found) ? found.Values : [];

    /// <summary>Puts a value in place, or removes it; gives back what was there. False: it is no entity of recovery.</summary>
    internal bool TryPlace(EntityKey key, Entity? value, Entity known, out Entity? before)
    {
        switch (known)
        {
            case ProtectionGroup:
                before = _groups.Set(key.Id, (ProtectionGroup?)value);
                return true;
            case InventoryMapping:
                before = Place(key, (InventoryMapping?)value);
                return true;
            case PlaceholderDatastore:
                before = _datastores.Set(key.Id, (PlaceholderDatastore?)value);
                return true;
            case DrFolder:
                before = _folders.Set(key.Id, (DrFolder?)value);
                return true;
            case MachineProtection protection:
                before = Place(key, protection, (MachineProtection?)value);
                return true;
            default:
                before = null;
                return false;
        }
    }

    private InventoryMapping? Place(EntityKey key, InventoryMapping? value)
    {
        InventoryMapping? before = _mappings.Set(key.Id, value);
        if (before is not null)
        {
            _bySource.Remove((before.Kind, before.Source, before.TargetSite));
        }

        if (value is not null)
        {
            _bySource[(value.Kind, value.Source, value.TargetSite)] = value;
        }

        return before;
    }

    private MachineProtection? Place(EntityKey key, MachineProtection known, MachineProtection? value)
    {
        MachineProtection? before = _protections.Set(key.Id, value);
        if (!_byGroup.TryGetValue(known.Group, out SortedDictionary<string, MachineProtection>? group))
        {
            _byGroup[known.Group] = group = new(StringComparer.Ordinal);
        }

        if (value is not null)
        {
            group[known.Machine] = value;
        }
        else
        {
            group.Remove(known.Machine);
            if (group.Count == 0)
            {
                _byGroup.Remove(known.Group);
            }
        }

        return before;
    }
}
