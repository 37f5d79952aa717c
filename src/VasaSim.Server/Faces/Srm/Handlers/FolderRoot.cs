using System.Text.Json.Serialization.Metadata;
using VasaSim.Core;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>A root of folders, and what is in them.</summary>
/// <typeparam name="TItem">What folders, and what is in them, are told as.</typeparam>
internal sealed record FolderRoot<TItem>
    where TItem : Resource
{
    /// <summary>The root.</summary>
    public required string Id { get; init; }

    /// <summary>The type that the ids of what is in the folders have.</summary>
    public required string ItemType { get; init; }

    /// <summary>All that is in the folders: id, name, and the folder.</summary>
    public required Func<World, IEnumerable<(string Id, string Name, string Folder)>> Items { get; init; }

    /// <summary>Tells a folder or something in one.</summary>
    public required Func<FolderItem, TItem> Tell { get; init; }

    /// <summary>How it is written.</summary>
    public required JsonTypeInfo<TItem> Json { get; init; }
}
