using System.Text.Json.Serialization;
using VasaSim.Core.Model;

namespace VasaSim.Core.Faults;

/// <summary>
/// Why something was not done: an answer, not an exception. The names are those of the Storage Monitoring Service,
/// the field's own; a face says them in its protocol's words.
/// </summary>
[JsonDerivedType(typeof(NotFound), nameof(NotFound))]
[JsonDerivedType(typeof(DuplicateEntry), nameof(DuplicateEntry))]
[JsonDerivedType(typeof(InvalidArgument), nameof(InvalidArgument))]
[JsonDerivedType(typeof(NotImplemented), nameof(NotImplemented))]
[JsonDerivedType(typeof(SystemError), nameof(SystemError))]
[JsonDerivedType(typeof(ProviderUnavailable), nameof(ProviderUnavailable))]
[JsonDerivedType(typeof(InactiveProvider), nameof(InactiveProvider))]
[JsonDerivedType(typeof(ProviderBusy), nameof(ProviderBusy))]
[JsonDerivedType(typeof(ProviderOutOfResource), nameof(ProviderOutOfResource))]
[JsonDerivedType(typeof(NotSupportedByProvider), nameof(NotSupportedByProvider))]
[JsonDerivedType(typeof(TooMany), nameof(TooMany))]
[JsonDerivedType(typeof(InvalidProfile), nameof(InvalidProfile))]
[JsonDerivedType(typeof(ResourceInUse), nameof(ResourceInUse))]
[JsonDerivedType(typeof(QueryExecutionFault), nameof(QueryExecutionFault))]
[JsonDerivedType(typeof(ProviderNotFound), nameof(ProviderNotFound))]
[JsonDerivedType(typeof(NoCommonProviderForAllBackings), nameof(NoCommonProviderForAllBackings))]
[JsonDerivedType(typeof(ProviderSyncFailed), nameof(ProviderSyncFailed))]
[JsonDerivedType(typeof(AlreadyExists), nameof(AlreadyExists))]
[JsonDerivedType(typeof(InvalidUrl), nameof(InvalidUrl))]
[JsonDerivedType(typeof(ProviderRegistrationFault), nameof(ProviderRegistrationFault))]
[JsonDerivedType(typeof(ProviderConnectionFailed), nameof(ProviderConnectionFailed))]
[JsonDerivedType(typeof(InvalidCertificate), nameof(InvalidCertificate))]
[JsonDerivedType(typeof(CertificateNotTrusted), nameof(CertificateNotTrusted))]
[JsonDerivedType(typeof(CertificateNotImported), nameof(CertificateNotImported))]
[JsonDerivedType(typeof(CertificateAuthorityFault), nameof(CertificateAuthorityFault))]
[JsonDerivedType(typeof(IncorrectUsernamePassword), nameof(IncorrectUsernamePassword))]
[JsonDerivedType(typeof(ProviderUnregistrationFault), nameof(ProviderUnregistrationFault))]
[JsonDerivedType(typeof(CertificateRefreshFailed), nameof(CertificateRefreshFailed))]
[JsonDerivedType(typeof(CertificateRevocationFailed), nameof(CertificateRevocationFailed))]
[JsonDerivedType(typeof(SyncInProgress), nameof(SyncInProgress))]
[JsonDerivedType(typeof(NotSupported), nameof(NotSupported))]
[JsonDerivedType(typeof(AlreadyDone), nameof(AlreadyDone))]
[JsonDerivedType(typeof(InvalidFunctionTarget), nameof(InvalidFunctionTarget))]
[JsonDerivedType(typeof(InvalidReplicationState), nameof(InvalidReplicationState))]
[JsonDerivedType(typeof(NoReplicationTarget), nameof(NoReplicationTarget))]
[JsonDerivedType(typeof(NoValidReplica), nameof(NoValidReplica))]
[JsonDerivedType(typeof(PeerNotReachable), nameof(PeerNotReachable))]
[JsonDerivedType(typeof(SyncOngoing), nameof(SyncOngoing))]
[JsonDerivedType(typeof(CloudNotFound), nameof(CloudNotFound))]
[JsonDerivedType(typeof(NotLicensed), nameof(NotLicensed))]
[JsonDerivedType(typeof(AlreadyReplicated), nameof(AlreadyReplicated))]
[JsonDerivedType(typeof(PolicyViolation), nameof(PolicyViolation))]
[JsonDerivedType(typeof(ReplicationPaused), nameof(ReplicationPaused))]
[JsonDerivedType(typeof(ReplicationNotPaused), nameof(ReplicationNotPaused))]
[JsonDerivedType(typeof(SeedMismatch), nameof(SeedMismatch))]
[JsonDerivedType(typeof(MachineLeftOut), nameof(MachineLeftOut))]
[JsonDerivedType(typeof(ProtectionNotFound), nameof(ProtectionNotFound))]
[JsonDerivedType(typeof(NameInUse), nameof(NameInUse))]
[JsonDerivedType(typeof(AlreadyProtected), nameof(AlreadyProtected))]
[JsonDerivedType(typeof(NotReplicated), nameof(NotReplicated))]
[JsonDerivedType(typeof(MissingMappings), nameof(MissingMappings))]
[JsonDerivedType(typeof(WrongReplicationKind), nameof(WrongReplicationKind))]
[JsonDerivedType(typeof(SettingsChanged), nameof(SettingsChanged))]
[JsonDerivedType(typeof(ProtectionBusy), nameof(ProtectionBusy))]
[JsonDerivedType(typeof(AlreadyMapped), nameof(AlreadyMapped))]
[JsonDerivedType(typeof(FolderNotEmpty), nameof(FolderNotEmpty))]
[JsonDerivedType(typeof(WrongPlanState), nameof(WrongPlanState))]
[JsonDerivedType(typeof(RunCancelled), nameof(RunCancelled))]
[JsonDerivedType(typeof(NotReversed), nameof(NotReversed))]
[JsonDerivedType(typeof(GroupInPlan), nameof(GroupInPlan))]
[JsonDerivedType(typeof(DependencyCycle), nameof(DependencyCycle))]
[JsonDerivedType(typeof(ForeignFault), nameof(ForeignFault))]
public abstract record Fault;

/// <summary>The thing named is not there, or not here.</summary>
/// <param name="What">What was looked for, in words.</param>
public sealed record NotFound(string What) : Fault;

/// <summary>The same entry was given before.</summary>
public sealed record DuplicateEntry : Fault;

/// <summary>An argument is missing or makes no sense.</summary>
/// <param name="Property">The argument's path as the caller's protocol names it.</param>
public sealed record InvalidArgument(string Property) : Fault;

/// <summary>The provider lacks the function.</summary>
public sealed record NotImplemented : Fault;

/// <summary>The service itself failed.</summary>
public sealed record SystemError(string Reason) : Fault;

/// <summary>The provider does not answer for now.</summary>
public sealed record ProviderUnavailable : Fault;

/// <summary>The provider is standby for the fault domains.</summary>
/// <param name="Mapping">Which provider is active for which domains.</param>
public sealed record InactiveProvider(IReadOnlyList<ActiveProvider> Mapping) : Fault;

/// <summary>The provider, or the group, has other work to do.</summary>
public sealed record ProviderBusy : Fault;

/// <summary>The provider cannot allocate what the call needs.</summary>
public sealed record ProviderOutOfResource : Fault;

/// <summary>The provider does not support what was asked.</summary>
public sealed record NotSupportedByProvider : Fault;

/// <summary>The call names more groups, or asks for more, than the provider handles at once.</summary>
/// <param name="MaxBatchSize">The limit; null: left out, and clients assume 1.</param>
public sealed record TooMany(long? MaxBatchSize) : Fault;

/// <summary>A storage policy cannot be associated with the recovered device.</summary>
public sealed record InvalidProfile : Fault;

/// <summary>Devices are in use.</summary>
public sealed record ResourceInUse(IReadOnlyList<DeviceId> Devices) : Fault;

/// <summary>A query failed for a reason that has no fault of its own.</summary>
public sealed record QueryExecutionFault(Fault? Cause) : Fault;

/// <summary>No provider knows what the datastores are on.</summary>
public sealed record ProviderNotFound : Fault;

/// <summary>The datastores are on arrays of different providers.</summary>
public sealed record NoCommonProviderForAllBackings : Fault;

/// <summary>A sync with the provider failed.</summary>
public sealed record ProviderSyncFailed : Fault;

/// <summary>The provider is registered already.</summary>
/// <param name="Name">The name that it has.</param>
public sealed record AlreadyExists(string Name) : Fault;

/// <summary>The address of a provider makes no sense.</summary>
/// <param name="Url">The address.</param>
public sealed record InvalidUrl(string Url) : Fault;

/// <summary>A provider cannot be registered.</summary>
/// <param name="Cause">Why.</param>
public sealed record ProviderRegistrationFault(Fault? Cause) : Fault;

/// <summary>Nobody answers at a provider's address, or not as it must.</summary>
public sealed record ProviderConnectionFailed : Fault;

/// <summary>The provider's certificate cannot be used: malformed, too old, too young, revoked, or for another host.</summary>
/// <param name="Certificate">The certificate as PEM.</param>
public sealed record InvalidCertificate(string Certificate) : Fault;

/// <summary>Nobody that the service trusts issued the provider's certificate, and the caller did not say that it trusts it.</summary>
/// <param name="Certificate">The certificate as PEM, to be confirmed.</param>
public sealed record CertificateNotTrusted(string Certificate) : Fault;

/// <summary>The provider keeps a certificate of its owner's authority, whose root the service does not have.</summary>
public sealed record CertificateNotImported : Fault;

/// <summary>The certificate authority of vCenter issued no certificate.</summary>
/// <param name="Code">What it said.</param>
public sealed record CertificateAuthorityFault(int Code) : Fault;

/// <summary>The provider refused the login.</summary>
public sealed record IncorrectUsernamePassword : Fault;

/// <summary>A provider cannot be unregistered.</summary>
/// <param name="Cause">Why.</param>
public sealed record ProviderUnregistrationFault(Fault? Cause) : Fault;

/// <summary>Providers did not get their new certificates or roots.</summary>
/// <param name="Uids">The providers.</param>
public sealed record CertificateRefreshFailed(IReadOnlyList<string> Uids) : Fault;

/// <summary>The certificate of a provider was not revoked.</summary>
public sealed record CertificateRevocationFailed : Fault;

/// <summary>Another sync with the provider runs.</summary>
public sealed record SyncInProgress : Fault;

/// <summary>The provider is too old for what was asked.</summary>
public sealed record NotSupported : Fault;

/// <summary>It was done before. Always a warning.</summary>
public sealed record AlreadyDone : Fault;

/// <summary>Called at the wrong end of the replication.</summary>
public sealed record InvalidFunctionTarget : Fault;

/// <summary>The group's state does not allow it.</summary>
/// <param name="Desired">The states that would have worked.</param>
/// <param name="Current">The state it is in.</param>
public sealed record InvalidReplicationState(IReadOnlyList<ReplicationState> Desired, ReplicationState Current) : Fault;

/// <summary>The source has no target yet.</summary>
public sealed record NoReplicationTarget : Fault;

/// <summary>There is no replica whose data could be used.</summary>
/// <param name="Device">The target-side id of the one device without a replica; null: the whole group has none.</param>
public sealed record NoValidReplica(DeviceId? Device) : Fault;

/// <summary>The other side cannot be reached.</summary>
public sealed record PeerNotReachable : Fault;

/// <summary>A sync of the group still runs.</summary>
/// <param name="Task">The id of that sync's task.</param>
public sealed record SyncOngoing(string Task) : Fault;

/// <summary>A provider and the fault domains it is active for.</summary>
public sealed record ActiveProvider(string Provider, IReadOnlyList<string> FaultDomains);
