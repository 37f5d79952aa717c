using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core.Providers;

/// <summary>
/// The tasks of providers' lives. What a call itself gets wrong, an empty or unknown id, is a fault of the call; what
/// providers and certificate authorities say is the error of the task.
/// </summary>
public static class ProviderTasks
{
    // A method that came with the certificates of VASA 2.0 cannot help a provider that has none.
    private const string FirstVersion = "1.0";

    /// <summary>Registers a provider and syncs with it.</summary>
    public static ProviderTask Register(World world, ProviderRegistration registration) =>
        Begin(world, ProviderOperation.Register, null, registration: registration);

    /// <summary>Unregisters the provider of a uid.</summary>
    public static Result<ProviderTask> Unregister(World world, string uid)
    {
        ArgumentNullException.ThrowIfNull(world);
        return uid is "" ? new InvalidArgument("providerId")
            : Find(world, uid) is { } provider ? Begin(world, ProviderOperation.Unregister, provider)
            : new NotFound($"provider {uid}");
    }

    /// <summary>Syncs with a provider: with all it manages, or one array.</summary>
    public static Result<ProviderTask> Sync(World world, Provider provider, string? arrayId)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(provider);
        if (arrayId is not null && !provider.ArrayIndependent && provider.Arrays.All(a => a.ArrayId != arrayId))
        {
            return new InvalidArgument("arrayId");
        }

        bool syncs = world.Tasks.Running.OfType<ProviderTask>().Any(t =>
            (t.Operation == ProviderOperation.Sync || t.Syncing) && (t.Registered ?? t.Provider) == provider.Id);
        return syncs ? new SyncInProgress() : Begin(world, ProviderOperation.Sync, provider);
    }

    /// <summary>Connects again to a provider that the service is disconnected from.</summary>
    public static Result<ProviderTask> Reconnect(World world, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.VasaVersion == FirstVersion ? new NotSupported() : Begin(world, ProviderOperation.Reconnect, provider);
    }

    /// <summary>Gives a provider a new certificate.</summary>
    public static ProviderTask RefreshCertificate(World world, Provider provider) =>
        Begin(world, ProviderOperation.RefreshCertificate, provider);

    /// <summary>Revokes a provider's certificate and unregisters it.</summary>
    public static ProviderTask RevokeCertificate(World world, Provider provider) =>
        Begin(world, ProviderOperation.RevokeCertificate, provider);

    /// <summary>Sends roots and revocation lists to the providers of some uids, or to all.</summary>
    public static Result<ProviderTask> RefreshTrust(World world, IReadOnlyList<string> uids)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(uids);
        if (uids.Contains(""))
        {
            return new InvalidArgument("providerId");
        }

        return uids.FirstOrDefault(uid => Find(world, uid) is null) is { } unknown
            ? new NotFound($"provider {unknown}")
            : Begin(world, ProviderOperation.RefreshTrust, null, uids);
    }

    /// <summary>Does what a task is for. A registration goes on with the sync that belongs to it.</summary>
    internal static ProviderTask Finish(World world, ProviderTask task) => task.Syncing ? FinishSync(world, task) : task.Operation switch
    {
        ProviderOperation.Register => FinishRegistration(world, task),
        ProviderOperation.Reconnect => FinishReconnect(world, task),
        ProviderOperation.RefreshTrust => End(world, task, RefreshTrust(world, task)),
        _ => End(world, task, world.FindProvider(task.Provider!) is { } provider ? Do(world, task.Operation, provider) : new NotFound($"provider {task.Provider}")),
    };

    private static Fault? Do(World world, ProviderOperation operation, Provider provider)
    {
        ProviderEndpoint? endpoint = world.EndpointOf(provider);
        bool answers = provider.Status != ProviderStatus.Offline && endpoint is { Reachable: true };
        switch (operation)
        {
            case ProviderOperation.Sync:
                return ProviderLife.Sync(world, provider);
            case ProviderOperation.Unregister:
                if (provider.IsInternal || endpoint is { FailUnregister: true } || (!answers && !world.Knobs.AllowOfflineUnregister))
                {
                    return new ProviderUnregistrationFault(answers ? null : new ProviderConnectionFailed());
                }

                ProviderLife.Unregister(world, provider);
                return null;
            case ProviderOperation.RefreshCertificate when provider.Status == ProviderStatus.Disconnected:
                return null;
            case ProviderOperation.RefreshCertificate:
                if (!answers || provider.RetainsCertificate || endpoint is { FailRefresh: true } or { CaFaultCode: not null })
                {
                    return new CertificateRefreshFailed([provider.Uid]);
                }

                ProviderLife.RefreshCertificate(world, provider, endpoint!);
                return null;
            case ProviderOperation.RevokeCertificate:
                if (!answers || provider.RetainsCertificate || endpoint is { FailRevoke: true } || provider.Certificate is null)
                {
                    return new CertificateRevocationFailed();
                }

                world.Put(endpoint! with { Certificate = provider.Certificate with { Revoked = true } });
                ProviderLife.Unregister(world, provider);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    private static ProviderTask FinishRegistration(World world, ProviderTask task) =>
        RegistrationCheck.Run(world, task.Registration!).TryGet(out ProviderEndpoint? endpoint, out Fault? fault)
            ? Sync(world, task with { Registered = ProviderLife.Register(world, endpoint, task.Registration!).Id })
            : End(world, task, fault);

    // As documented, it acts on disconnected providers only.
    private static ProviderTask FinishReconnect(World world, ProviderTask task)
    {
        if (world.FindProvider(task.Provider!) is not { } provider)
        {
            return End(world, task, new NotFound($"provider {task.Provider}"));
        }

        ProviderEndpoint? endpoint = world.EndpointOf(provider);
        Fault? refusal = provider.Status != ProviderStatus.Disconnected ? null
            : endpoint is not { Reachable: true } ? new ProviderConnectionFailed()
            : provider.Certificate is { } certificate && !certificate.IsUsableAt(world.Now)
                ? new InvalidCertificate(world.Certificates.PemOf(certificate))
            : null;
        if (refusal is not null || provider.Status != ProviderStatus.Disconnected)
        {
            return End(world, task, refusal);
        }

        ProviderLife.SetStatus(world, provider, ProviderStatus.Connected);
        return Sync(world, task);
    }

    // A provider that cannot be synced with is registered, or connected, all the same: its status tells.
    private static ProviderTask FinishSync(World world, ProviderTask task)
    {
        if (world.FindProvider(task.Registered ?? task.Provider!) is { } provider)
        {
            ProviderLife.Sync(world, provider);
        }

        return End(world, task, null);
    }

    private static ProviderTask Sync(World world, ProviderTask task)
    {
        TimeSpan duration = world.InstantTasks ? TimeSpan.Zero : world.Knobs.TaskDuration.ProviderSync;
        TaskPace pace = new() { From = task.Started, Whole = ClockState.WholeMilliseconds(world.Now + duration) - task.Started };
        ProviderTask syncing = task with { Syncing = true, Registration = null, Pace = pace };
        return duration == TimeSpan.Zero ? FinishSync(world, syncing) : syncing;
    }

    private static CertificateRefreshFailed? RefreshTrust(World world, ProviderTask task)
    {
        IEnumerable<Provider> providers = world.Providers.Where(p => task.Uids.Count == 0 || task.Uids.Contains(p.Uid));
        string[] failed =
        [
            .. providers
                .Where(p => !ProviderDirectory.Answers(world, p) || world.EndpointOf(p) is { FailRefresh: true })
                .Select(p => p.Uid),
        ];
        return failed.Length == 0 ? null : new CertificateRefreshFailed(failed);
    }

    private static ProviderTask End(World world, ProviderTask task, Fault? error) =>
        task with { Ended = world.Now, Syncing = false, Registration = null, Error = error };

    private static Provider? Find(World world, string uid) => world.Providers.FirstOrDefault(p => p.Uid == uid);

    private static ProviderTask Begin(
        World world, ProviderOperation operation, Provider? provider, IReadOnlyList<string>? uids = null, ProviderRegistration? registration = null)
    {
        long number = DueWork.NextNumber(world);
        TaskPace pace = DueWork.PaceOf(world, world.Knobs.TaskDuration.Of(operation));
        return DueWork.Begin(world, new ProviderTask
        {
            Id = $"smsTask-{number}",
            Number = number,
            Operation = operation,
            Provider = provider?.Id,
            Uids = uids ?? [],
            Registration = registration,
            Created = world.Now,
            Started = pace.From,
            Pace = pace,
        });
    }
}
