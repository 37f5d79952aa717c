using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim;

/// <summary>The objects that are always there, under the ids that a vCenter gives them.</summary>
internal static class VimReferences
{
    public static ManagedObjectReference ServiceInstance { get; } = new("ServiceInstance", "ServiceInstance");

    public static ManagedObjectReference SessionManager { get; } = new("SessionManager", "SessionManager");

    public static ManagedObjectReference PropertyCollector { get; } = new("PropertyCollector", "propertyCollector");

    public static ManagedObjectReference ViewManager { get; } = new("ViewManager", "ViewManager");

    public static ManagedObjectReference SearchIndex { get; } = new("SearchIndex", "SearchIndex");

    public static ManagedObjectReference RootFolder { get; } = new("Folder", "group-d1");
}
