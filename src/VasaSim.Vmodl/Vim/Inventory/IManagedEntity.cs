namespace VasaSim.Vmodl.Vim;

/// <summary>An object of the inventory tree.</summary>
[ManagedObject("ManagedEntity", Since = "2.0")]
public interface IManagedEntity : IExtensibleManagedObject
{
    [Property(Privilege = Privileges.SystemView), RefersTo("ManagedEntity")]
    ManagedObjectReference? Parent { get; }

    ManagedEntityStatus OverallStatus { get; }

    [Property(Privilege = Privileges.SystemView)]
    string Name { get; }
}
