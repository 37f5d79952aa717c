namespace VasaSim.Vmodl.Vim;

/// <summary>Privileges that are missing on an entity.</summary>
[DataObject(Since = "7.0.3.2")]
public sealed partial class NoPermissionEntityPrivileges : DataObject
{
    public required ManagedObjectReference Entity { get; init; }

    public IReadOnlyList<string>? PrivilegeIds { get; init; }
}
