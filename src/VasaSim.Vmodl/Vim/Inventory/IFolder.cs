namespace VasaSim.Vmodl.Vim;

/// <summary>A container of inventory objects of some kinds.</summary>
[ManagedObject("Folder", Since = "2.0")]
public interface IFolder : IManagedEntity
{
    [Property(Privilege = Privileges.SystemView)]
    IReadOnlyList<string>? ChildType { get; }

    [Property(Privilege = Privileges.SystemView), RefersTo("ManagedEntity")]
    IReadOnlyList<ManagedObjectReference>? ChildEntity { get; }

    [Property(Since = "7.0.0.0", Privilege = Privileges.SystemView)]
    string? Namespace { get; }
}
