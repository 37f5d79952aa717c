namespace VasaSim.Core.Recovery.Operations;

/// <summary>What calls about protection groups start.</summary>
public enum ProtectionOperation
{
    /// <summary>Makes a group; its machines are configured after it, each by a task of its own.</summary>
    CreateGroup,

    /// <summary>Changes name, description and members of a group.</summary>
    ReconfigureGroup,

    /// <summary>Deletes a group with the protection of its machines.</summary>
    DeleteGroup,

    /// <summary>Protects a machine, or changes where it goes.</summary>
    Configure,

    /// <summary>Protects all machines of a group that are not: a task each.</summary>
    ConfigureAll,

    /// <summary>Ends the protection of a machine, which stays a member.</summary>
    RemoveProtection,

    /// <summary>Takes a machine out of its group; only where each has a replication of its own.</summary>
    RemoveFromGroup,

    /// <summary>Makes the placeholders of a group that are missing anew: a task each.</summary>
    RestorePlaceholders,

    /// <summary>Makes a folder of groups or plans.</summary>
    CreateFolder,

    /// <summary>Gives a folder another name.</summary>
    RenameFolder,

    /// <summary>Puts a folder, group or plan into another folder.</summary>
    MoveItem,

    /// <summary>Deletes an empty folder.</summary>
    DeleteFolder,

    /// <summary>Lets placeholders be made on more datastores of a site.</summary>
    AddPlaceholderDatastores,

    /// <summary>Lets no more placeholders be made on a datastore.</summary>
    RemovePlaceholderDatastore,

    /// <summary>Finds out on which datastores of a site placeholders can be made.</summary>
    FindPlaceholderDatastores,
}
