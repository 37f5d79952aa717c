using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>The Storage Monitoring Service: its objects, and who answers which method.</summary>
public sealed class SmsService : VmodlService
{
    private readonly ManagedObjectInfo _serviceInstance;
    private readonly ManagedObjectInfo _storageManager;
    private readonly ManagedObjectInfo _sessionManager;
    private readonly ManagedObjectInfo _provider;
    private readonly ManagedObjectInfo _task;

    /// <summary>Makes the service.</summary>
    public SmsService()
        : base(FaceNames.Sms, Contracts.Sms)
    {
        _serviceInstance = Type("SmsServiceInstance");
        _storageManager = Type("SmsStorageManager");
        _sessionManager = Type("SmsSessionManager");
        _provider = Type("VasaProvider");
        _task = Type("SmsTask");
        ServiceHandlers.Register(Handlers);
        ProviderHandlers.Register(Handlers);
        ProviderLifeHandlers.Register(Handlers);
        AlarmHandlers.Register(Handlers);
        InventoryHandlers.Register(Handlers);
        DatastoreHandlers.Register(Handlers);
        ReplicationQueryHandlers.Register(Handlers);
        ReplicationTaskHandlers.Register(Handlers);
        TaskHandlers.Register(Handlers);
    }

    /// <inheritdoc/>
    public override ManagedObjectInfo? TypeOf(World world, VmodlCall call, string id)
    {
        if (TaskQueries.FindKnown(world, id) is not null)
        {
            return _task;
        }

        if (world.FindProvider(id) is not null)
        {
            return _provider;
        }

        return id == SmsObjects.ServiceInstance.Value ? _serviceInstance
            : id == SmsObjects.StorageManager.Value ? _storageManager
            : id == SmsObjects.SessionManager.Value ? _sessionManager
            : null;
    }

    /// <summary>Only the SOAP header counts, as with the real service; a cookie alone does only where the lab says so.</summary>
    public override string? SessionIdOf(string? header, string? cookie, Knobs knobs) =>
        header ?? (knobs.AcceptHttpCookie ? cookie : null);

    /// <inheritdoc/>
    public override Outcome NoSession(VmodlCall call) => Outcome.Failed(
        new InvalidSession { SessionCookie = call.SessionId ?? "" },
        "The session is not valid; log in to vCenter and send its session cookie in the header vcSessionCookie.");

    private ManagedObjectInfo Type(string name) => Contract.FindManagedObject(name)!;
}
