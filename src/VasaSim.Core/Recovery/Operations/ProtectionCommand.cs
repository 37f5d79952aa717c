using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>What a task has to do, with what its caller gave.</summary>
[JsonDerivedType(typeof(CreateGroupCommand), nameof(CreateGroupCommand))]
[JsonDerivedType(typeof(ReconfigureGroupCommand), nameof(ReconfigureGroupCommand))]
[JsonDerivedType(typeof(ConfigureCommand), nameof(ConfigureCommand))]
[JsonDerivedType(typeof(FolderCommand), nameof(FolderCommand))]
[JsonDerivedType(typeof(DatastoresCommand), nameof(DatastoresCommand))]
[JsonDerivedType(typeof(PlainProtectionCommand), nameof(PlainProtectionCommand))]
public abstract record ProtectionCommand;

/// <summary>An operation that takes nothing.</summary>
public sealed record PlainProtectionCommand : ProtectionCommand;

/// <summary>To make, rename or move a folder.</summary>
/// <param name="Name">The name; null to move.</param>
/// <param name="Parent">The folder or root to be in; null to rename.</param>
public sealed record FolderCommand(string? Name = null, string? Parent = null) : ProtectionCommand;

/// <summary>To make placeholders on datastores.</summary>
/// <param name="Datastores">The datastores; at least one.</param>
public sealed record DatastoresCommand(IReadOnlyList<string> Datastores) : ProtectionCommand;

/// <summary>To make a group.</summary>
public sealed record CreateGroupCommand : ProtectionCommand
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The folder to make it in.</summary>
    public string Folder { get; init; } = DrFolder.GroupRoot;

    /// <summary>The site whose machines are protected.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>What it is about; at least one thing.</summary>
    public required GroupMembers Members { get; init; }
}

/// <summary>To change a group.</summary>
public sealed record ReconfigureGroupCommand : ProtectionCommand
{
    /// <summary>The new name.</summary>
    public required string Name { get; init; }

    /// <summary>The new description.</summary>
    public string? Description { get; init; }

    /// <summary>What it is about from now on, of the same kind; null leaves that.</summary>
    public GroupMembers? Members { get; init; }
}

/// <summary>To protect a machine.</summary>
public sealed record ConfigureCommand : ProtectionCommand
{
    /// <summary>Where it goes instead of where the mappings say.</summary>
    public ProtectionSettings Settings { get; init; } = new();

    /// <summary>The version that the caller knows; needed when the machine is protected already.</summary>
    public long? Version { get; init; }
}
