using VasaSim.Server.Sessions;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>A client of the vSphere API, with the calls that tests make most.</summary>
public sealed class VimClient
{
    public static readonly ManagedObjectReference ServiceInstance = new("ServiceInstance", "ServiceInstance");
    public static readonly ManagedObjectReference SessionManager = new("SessionManager", "SessionManager");
    public static readonly ManagedObjectReference PropertyCollector = new("PropertyCollector", "propertyCollector");
    public static readonly ManagedObjectReference ViewManager = new("ViewManager", "ViewManager");
    public static readonly ManagedObjectReference SearchIndex = new("SearchIndex", "SearchIndex");
    public static readonly ManagedObjectReference RootFolder = new("Folder", "group-d1");
    public static readonly ManagedObjectReference Datacenter = new("Datacenter", "datacenter-2");
    public static readonly ManagedObjectReference Machine = new("VirtualMachine", "vm-101");
    public static readonly ManagedObjectReference Datastore = new("Datastore", "datastore-21");

    private VimClient(SoapClient soap, Session? session) => (Soap, Session) = (soap, session);

    public SoapClient Soap { get; }

    /// <summary>The server's side of the session; null for an anonymous client.</summary>
    public Session? Session { get; }

    public static VimClient Anonymous(Simulator simulator) => new(simulator.Client(), null);

    public static VimClient LogIn(Simulator simulator, string user = "administrator")
    {
        Session session = simulator.Host.Workspace.Sessions.Login(
            $"{user}@sim.local", "VasaSim!1", Simulator.StartTime, "test", "127.0.0.1", "en_US")!;
        SoapClient soap = simulator.Client();
        soap.Session = session.Id;
        return new VimClient(soap, session);
    }

    /// <summary>A property that is set.</summary>
    public Task<T> FetchAsync<T>(ManagedObjectReference target, string property) =>
        Soap.ResultAsync<T>(target, new FetchRequest { Prop = property });

    public async Task<object?> FetchAnyAsync(ManagedObjectReference target, string property) =>
        (await Soap.CallAsync(target, new FetchRequest { Prop = property })) is { IsFault: false } reply
            ? reply.Result
            : throw new InvalidOperationException($"{property} of {target} cannot be read.");

    public async Task<ManagedObjectReference[]> FetchListAsync(ManagedObjectReference target, string property) =>
        [.. (await FetchAsync<VmodlArray>(target, property)).Items.Cast<ManagedObjectReference>()];

    public async Task<IReadOnlyList<ObjectContent>> RetrieveAsync(params PropertyFilterSpec[] specs) =>
        (await Soap.CallAsync(PropertyCollector, new RetrievePropertiesRequest { SpecSet = specs })) is { IsFault: false } reply
            ? (IReadOnlyList<ObjectContent>?)reply.Result ?? []
            : throw new InvalidOperationException("The properties cannot be read.");

    public Task<ManagedObjectReference> ViewAsync(params string[] types) => Soap.ResultAsync<ManagedObjectReference>(
        ViewManager, new CreateContainerViewRequest { Container = RootFolder, Type = types, Recursive = true });

    public Task<ManagedObjectReference> ListAsync(params ManagedObjectReference[] objects) =>
        Soap.ResultAsync<ManagedObjectReference>(ViewManager, new CreateListViewRequest { Obj = objects });

    public Task<ManagedObjectReference> FilterAsync(PropertyFilterSpec spec, ManagedObjectReference? collector = null) =>
        Soap.ResultAsync<ManagedObjectReference>(collector ?? PropertyCollector, new CreateFilterRequest { Spec = spec, PartialUpdates = false });

    /// <summary>What has changed, without waiting; null when nothing has.</summary>
    public async Task<UpdateSet?> CheckAsync(string version, ManagedObjectReference? collector = null) =>
        (UpdateSet?)(await Soap.CallAsync(collector ?? PropertyCollector, new CheckForUpdatesRequest { Version = version })).Result;

    /// <summary>A specification of properties of named objects of one type.</summary>
    public static PropertyFilterSpec Spec(string type, string[] paths, params ManagedObjectReference[] objects) => new()
    {
        PropSet = [new PropertySpec { Type = type, PathSet = paths }],
        ObjectSet = [.. objects.Select(o => new ObjectSpec { Obj = o })],
    };

    /// <summary>A specification of properties of what a view shows.</summary>
    public static PropertyFilterSpec ViewSpec(ManagedObjectReference view, string type, params string[] paths) => new()
    {
        PropSet = [new PropertySpec { Type = type, PathSet = paths }],
        ObjectSet =
        [
            new ObjectSpec
            {
                Obj = view,
                Skip = true,
                SelectSet = [new TraversalSpec { Type = view.Type, Path = "view", Skip = false }],
            },
        ],
    };

    /// <summary>The whole inventory below an object by selections that name each other.</summary>
    public static ObjectSpec Everything(ManagedObjectReference from)
    {
        SelectionSpec[] all = [.. _steps.Select(s => new SelectionSpec { Name = s.Name })];
        return new ObjectSpec
        {
            Obj = from,
            SelectSet = [.. _steps.Select(s => new TraversalSpec { Name = s.Name, Type = s.Type, Path = s.Path, SelectSet = all })],
        };
    }

    private static readonly (string Name, string Type, string Path)[] _steps =
    [
        ("folder", "Folder", "childEntity"),
        ("vms", "Datacenter", "vmFolder"),
        ("hosts", "Datacenter", "hostFolder"),
        ("datastores", "Datacenter", "datastoreFolder"),
        ("networks", "Datacenter", "networkFolder"),
        ("cluster", "ComputeResource", "host"),
        ("machines", "HostSystem", "vm"),
        ("up", "ManagedEntity", "parent"),
    ];
}
