using System.Text;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using Wire = VasaSim.Vmodl.Sms;
using VimWire = VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says the world's faults in the service's words, with a text for people.</summary>
internal static class FaultTranslation
{
    /// <summary>The fault where the contract has a fault member.</summary>
    public static VimWire.LocalizedMethodFault ToLocalized(this Fault fault) =>
        new() { Fault = fault.ToWire(), LocalizedMessage = fault.ToText() };

    /// <summary>Several of them; null when there is none, so that the member is left out.</summary>
    public static IReadOnlyList<VimWire.LocalizedMethodFault>? ToLocalized(this IReadOnlyList<Fault> faults) =>
        faults.Count == 0 ? null : [.. faults.Select(ToLocalized)];

    /// <summary>The fault itself.</summary>
    public static VimWire.MethodFault ToWire(this Fault fault) => fault switch
    {
        NotFound => new VimWire.NotFound(),
        DuplicateEntry => new Wire.DuplicateEntry(),
        InvalidArgument f => new VimWire.InvalidArgument { InvalidProperty = f.Property },
        NotImplemented => new VimWire.NotImplemented(),
        SystemError f => new VimWire.SystemError { Reason = f.Reason },
        ProviderUnavailable => new Wire.ProviderUnavailable(),
        InactiveProvider f => new Wire.InactiveProvider { Mapping = [.. f.Mapping.Select(ToWire)] },
        ProviderBusy => new Wire.ProviderBusy(),
        ProviderOutOfResource => new Wire.ProviderOutOfResource(),
        NotSupportedByProvider => new Wire.NotSupportedByProvider(),
        TooMany f => new Wire.TooMany { MaxBatchSize = f.MaxBatchSize },
        InvalidProfile => new Wire.InvalidProfile(),
        ResourceInUse f => new Wire.SmsResourceInUse { DeviceIds = [.. f.Devices.Select(d => d.ToWire())] },
        QueryExecutionFault f => new Wire.QueryExecutionFault { FaultCause = f.Cause?.ToLocalized() },
        ProviderNotFound => new Wire.ProviderNotFound(),
        NoCommonProviderForAllBackings => new Wire.NoCommonProviderForAllBackings(),
        ProviderSyncFailed => new Wire.ProviderSyncFailed(),
        AlreadyExists f => new VimWire.AlreadyExists { Name = f.Name },
        InvalidUrl f => new Wire.InvalidUrl { Url = f.Url },
        ProviderRegistrationFault f => new Wire.ProviderRegistrationFault { FaultCause = f.Cause?.ToLocalized() },
        ProviderConnectionFailed => new Wire.ProviderConnectionFailed(),
        InvalidCertificate f => new Wire.InvalidCertificate { Certificate = f.Certificate },
        CertificateNotTrusted f => new Wire.CertificateNotTrusted { Certificate = f.Certificate },
        CertificateNotImported => new Wire.CertificateNotImported(),
        CertificateAuthorityFault f => new Wire.CertificateAuthorityFault { FaultCode = f.Code },
        IncorrectUsernamePassword => new Wire.IncorrectUsernamePassword(),
        ProviderUnregistrationFault f => new Wire.ProviderUnregistrationFault { FaultCause = f.Cause?.ToLocalized() },
        CertificateRefreshFailed f => new Wire.CertificateRefreshFailed { ProviderId = f.Uids },
        CertificateRevocationFailed => new Wire.CertificateRevocationFailed(),
        SyncInProgress => new Wire.SyncInProgress(),
        NotSupported => new VimWire.NotSupported(),
        AlreadyDone => new Wire.AlreadyDone(),
        InvalidFunctionTarget => new Wire.InvalidFunctionTarget(),
        InvalidReplicationState f => new Wire.InvalidReplicationState
        {
            DesiredState = [.. f.Desired.Select(s => s.ToWire())],
            CurrentState = f.Current.ToWire(),
        },
        NoReplicationTarget => new Wire.NoReplicationTarget(),
        NoValidReplica f => new Wire.NoValidReplica { DeviceId = f.Device?.ToWire() },
        PeerNotReachable => new Wire.PeerNotReachable(),
        SyncOngoing f => new Wire.SyncOngoing { Task = SmsObjects.Task(f.Task) },
        ForeignFault f => JsonResponseReader.ReadFault(Encoding.UTF8.GetBytes(f.Json)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no wire fault for it."),
    };

    /// <summary>The fault's text for people.</summary>
    public static string ToText(this Fault fault) => fault switch
    {
        NotFound f => $"Not found: {f.What}.",
        DuplicateEntry => "The same entry was given more than once.",
        InvalidArgument f => $"A specified parameter was not correct: {f.Property}",
        NotImplemented => "The provider does not implement the function.",
        SystemError f => f.Reason,
        ProviderUnavailable => "The provider is temporarily unavailable.",
        InactiveProvider => "The provider is not active for the fault domains.",
        ProviderBusy => "The provider is busy; try again later.",
        ProviderOutOfResource => "The provider is out of resources.",
        NotSupportedByProvider => "The provider does not support the operation.",
        TooMany { MaxBatchSize: { } max } => $"Too many entries; the provider takes {max} at once.",
        TooMany => "Too many entries.",
        InvalidProfile => "The storage policy cannot be associated with the device.",
        ResourceInUse => "Devices of the group are in use.",
        QueryExecutionFault { Cause: { } cause } => $"The query failed: {cause.ToText()}",
        QueryExecutionFault => "The query failed.",
        ProviderNotFound => "No provider knows what the datastore is on.",
        NoCommonProviderForAllBackings => "No one provider manages what both datastores are on.",
        ProviderSyncFailed => "The synchronization with the provider failed.",
        AlreadyExists f => $"The provider is registered already, as '{f.Name}'.",
        InvalidUrl f => $"'{f.Url}' is no address of a provider.",
        ProviderRegistrationFault { Cause: { } cause } => $"The provider cannot be registered: {cause.ToText()}",
        ProviderRegistrationFault => "The provider cannot be registered.",
        ProviderConnectionFailed => "The provider cannot be connected to.",
        InvalidCertificate => "The provider's certificate is not valid.",
        CertificateNotTrusted => "The provider's certificate is not trusted; register again with it to trust it.",
        CertificateNotImported => "The root of the provider's certificate is not among the trusted ones.",
        CertificateAuthorityFault f => $"The certificate authority answered with the error {f.Code}.",
        IncorrectUsernamePassword => "The provider refused the user name or the password.",
        ProviderUnregistrationFault { Cause: { } cause } => $"The provider cannot be unregistered: {cause.ToText()}",
        ProviderUnregistrationFault => "The provider cannot be unregistered.",
        CertificateRefreshFailed f => $"These providers were not refreshed: {string.Join(", ", f.Uids)}.",
        CertificateRevocationFailed => "The provider's certificate was not revoked.",
        SyncInProgress => "Another synchronization with the provider is in progress.",
        NotSupported => "The provider is too old for the operation.",
        AlreadyDone => "The operation was done before.",
        InvalidFunctionTarget => "The operation was called at the wrong end of the replication.",
        InvalidReplicationState f =>
            $"The replication state is {f.Current.ToWire()}, not {string.Join(" or ", f.Desired.Select(s => s.ToWire()))}.",
        NoReplicationTarget => "The group has no replication target.",
        NoValidReplica => "There is no valid replica.",
        PeerNotReachable => "The replication peer cannot be reached.",
        SyncOngoing f => $"A synchronization of the group is in progress: {f.Task}.",
        ForeignFault f => f.Message,
        _ => fault.GetType().Name,
    };

    /// <summary>The text of a state on the wire.</summary>
    public static string ToWire(this ReplicationState state) => state switch
    {
        ReplicationState.Source => "SOURCE",
        ReplicationState.Target => "TARGET",
        ReplicationState.InTest => "INTEST",
        ReplicationState.FailedOver => "FAILEDOVER",
        ReplicationState.RemoteFailedOver => "REMOTE_FAILEDOVER",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static Wire.FaultDomainProviderMapping ToWire(ActiveProvider active) => new()
    {
        ActiveProvider = SmsObjects.Provider(active.Provider),
        FaultDomainId = [.. active.FaultDomains.Select(d => new VimWire.FaultDomainId { Id = d })],
    };
}
