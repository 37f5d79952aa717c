using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The two roots.</summary>
internal static class FolderRoots
{
    /// <summary>That of protection groups.</summary>
    public static FolderRoot<ProtectionInventoryItem> Groups { get; } = new()
    {
        Id = DrFolder.GroupRoot,
        ItemType = DrIds.GroupType,
        Items = world => world.Recovery.Groups.Select(g => (g.Id, g.Name, g.Folder)),
        Tell = item => new ProtectionInventoryItem
        {
            Id = item.Id,
            Name = item.Name,
            Path = item.Path,
            Type = item.IsFolder ? ProtectionItemType.Folder : ProtectionItemType.ProtectionGroup,
            Parent = item.Parent,
        },
        Json = SrmJson.Newest.ProtectionInventoryItem,
    };

    /// <summary>That of recovery plans.</summary>
    public static FolderRoot<RecoveryInventoryItem> Plans { get; } = new()
    {
        Id = DrFolder.PlanRoot,
        ItemType = DrIds.PlanType,
        Items = world => world.Recovery.Plans.Select(p => (p.Id, p.Name, p.Folder)),
        Tell = item => new RecoveryInventoryItem
        {
            Id = item.Id,
            Name = item.Name,
            Path = item.Path,
            Type = item.IsFolder ? RecoveryItemType.Folder : RecoveryItemType.RecoveryPlan,
            Parent = item.Parent,
        },
        Json = SrmJson.Newest.RecoveryInventoryItem,
    };
}
