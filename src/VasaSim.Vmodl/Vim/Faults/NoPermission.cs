namespace VasaSim.Vmodl.Vim;

/// <summary>The session lacks a privilege.</summary>
[DataObject(Since = "2.0")]
public partial class NoPermission : SecurityError
{
    /// <summary>The object on which the privilege is missing.</summary>
    public ManagedObjectReference? Object { get; init; }

    public string? PrivilegeId { get; init; }

    [Property(Since = "7.0.3.2")]
    public IReadOnlyList<NoPermissionEntityPrivileges>? MissingPrivileges { get; init; }
}
