using VasaSim.Core.Faults;
using VasaSim.Core.Providers;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Tasks;

/// <summary>A task of the life of a provider: registration, sync, certificates.</summary>
public sealed record ProviderTask : ServiceTask
{
    /// <summary>What it does.</summary>
    public required ProviderOperation Operation { get; init; }

    /// <summary>The managed object id of the provider that it is about; null where the service itself is asked.</summary>
    public string? Provider { get; init; }

    /// <summary>Uids of providers that it is about, where there may be several.</summary>
    public IReadOnlyList<string> Uids { get; init; } = [];

    /// <summary>What is to be registered; only while the registration runs, since it has a password.</summary>
    public ProviderRegistration? Registration { get; init; }

    /// <summary>The managed object id of the provider that was registered.</summary>
    public string? Registered { get; init; }

    /// <summary>Whether only the sync that follows is still to be done.</summary>
    public bool Syncing { get; init; }

    /// <summary>The managed object id of the provider that the method was called on; null for methods of the service itself.</summary>
    public string? ProviderCalled => Operation is ProviderOperation.Unregister ? null : Provider;

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.ProviderTask, Id);

    internal override ProviderTask Failed(Fault error, DateTimeOffset now) =>
        this with { Ended = now, Syncing = false, Registration = null, Registered = null, Error = error };
}
