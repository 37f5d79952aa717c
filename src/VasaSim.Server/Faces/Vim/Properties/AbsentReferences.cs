using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Properties;

/// <summary>
/// Properties of the vSphere API that lead from simulated objects to kinds of objects that are not simulated. The
/// contract does not have them, but clients that list an inventory follow them on their way (Go's finder asks every
/// machine for its vApp), so they lead nowhere instead of being refused.
/// </summary>
internal static class AbsentReferences
{
    /// <summary>The type of such a property; null when the object type has none of that name.</summary>
    public static TypeRef? Find(ManagedObjectInfo type, string property)
    {
        for (ManagedObjectInfo? at = type; at is not null; at = at.Base)
        {
            if (TypeOf(at.Name, property) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static TypeRef? TypeOf(string type, string property) => (type, property) switch
    {
        ("ManagedEntity", "recentTask") => TypeRef.ReferenceTo("Task").ToArray(),
        ("ComputeResource", "environmentBrowser") => TypeRef.ReferenceTo("EnvironmentBrowser"),
        ("HostSystem", "network") => TypeRef.ReferenceTo("Network").ToArray(),
        ("HostSystem", "datastoreBrowser") => TypeRef.ReferenceTo("HostDatastoreBrowser"),
        ("Datastore", "browser") => TypeRef.ReferenceTo("HostDatastoreBrowser"),
        ("VirtualMachine", "environmentBrowser") => TypeRef.ReferenceTo("EnvironmentBrowser"),
        ("VirtualMachine", "network") => TypeRef.ReferenceTo("Network").ToArray(),
        ("VirtualMachine", "parentVApp") => TypeRef.ReferenceTo("ManagedEntity"),
        ("VirtualMachine", "rootSnapshot") => TypeRef.ReferenceTo("VirtualMachineSnapshot").ToArray(),
        _ => null,
    };
}
