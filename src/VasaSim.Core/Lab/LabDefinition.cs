using VasaSim.Core.Alarms;
using VasaSim.Core.Certificates;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>
/// The wish of whoever describes a lab: sites, providers, fault domains, links, groups, clouds and knobs. It is complete and
/// consistent (every name refers to something); whoever reads one from a file has checked that.
/// <see cref="WorldBuilder"/> makes a world of it.
/// </summary>
public sealed record LabDefinition
{
    /// <summary>The lab's name, such as <c>two-sites</c>.</summary>
    public required string Name { get; init; }

    /// <summary>T0 if the lab fixes it; an option given at start wins.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The sites.</summary>
    public IReadOnlyList<SiteDefinition> Sites { get; init; } = [];

    /// <summary>The arrays; one that a provider manages but is not here has a name only.</summary>
    public IReadOnlyList<StorageArray> Arrays { get; init; } = [];

    /// <summary>The LUNs of the arrays.</summary>
    public IReadOnlyList<StorageLun> Luns { get; init; } = [];

    /// <summary>The storage containers.</summary>
    public IReadOnlyList<StorageContainer> Containers { get; init; } = [];

    /// <summary>The providers.</summary>
    public IReadOnlyList<ProviderDefinition> Providers { get; init; } = [];

    /// <summary>The fault domains.</summary>
    public IReadOnlyList<FaultDomainDefinition> FaultDomains { get; init; } = [];

    /// <summary>The links, between fault domains or between clouds; two ends without one are linked without lag or limit.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init; } = [];

    /// <summary>The replication groups, templates already spread out.</summary>
    public IReadOnlyList<GroupDefinition> Groups { get; init; } = [];

    /// <summary>The cloud sites.</summary>
    public IReadOnlyList<CloudDefinition> Clouds { get; init; } = [];

    /// <summary>The SLA profiles; an empty id follows from the seed and the name. A lab without clouds has none.</summary>
    public IReadOnlyList<SlaProfile> SlaProfiles { get; init; } = CloudDefaults.SlaProfiles;

    /// <summary>The policies, at least one; an empty id follows from the seed and the name. A lab without clouds has none.</summary>
    public IReadOnlyList<ReplicationPolicy> Policies { get; init; } = CloudDefaults.Policies;

    /// <summary>The replications between clouds, templates already spread out.</summary>
    public IReadOnlyList<CloudReplicationDefinition> Replications { get; init; } = [];

    /// <summary>The mappings of inventories.</summary>
    public IReadOnlyList<MappingDefinition> Mappings { get; init; } = [];

    /// <summary>The protection groups; their machines are protected when the world begins, as far as mappings say where they go.</summary>
    public IReadOnlyList<ProtectionGroupDefinition> ProtectionGroups { get; init; } = [];

    /// <summary>The recovery plans.</summary>
    public IReadOnlyList<RecoveryPlanDefinition> RecoveryPlans { get; init; } = [];

    /// <summary>The knobs.</summary>
    public Knobs Knobs { get; init; } = new();
}

/// <summary>A site with its inventory.</summary>
public sealed record SiteDefinition
{
    /// <summary>Name, such as <c>A</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Host name of the vCenter.</summary>
    public required string VCenter { get; init; }

    /// <summary>Hosts.</summary>
    public IReadOnlyList<HostDefinition> Hosts { get; init; } = [];

    /// <summary>Datastores.</summary>
    public IReadOnlyList<DatastoreDefinition> Datastores { get; init; } = [];

    /// <summary>What its machines are in and use.</summary>
    public SiteInventory Inventory { get; init; } = new();

    /// <summary>The datastores that placeholders of machines protected elsewhere are made on.</summary>
    public IReadOnlyList<string> PlaceholderDatastores { get; init; } = [];
}

/// <summary>A host: managed object id and name.</summary>
public sealed record HostDefinition(string Id, string Name);

/// <summary>A datastore of a site.</summary>
public sealed record DatastoreDefinition
{
    /// <summary>Managed object id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary><c>VVOL</c>, <c>VMFS</c> or <c>NFS</c>.</summary>
    public string Type { get; init; } = "VVOL";

    /// <summary>URL; null: made from the type and the id.</summary>
    public string? Url { get; init; }

    /// <summary>Size in bytes.</summary>
    /// <value>Default: 1 TiB.</value>
    public long Capacity { get; init; } = 1L << 40;

    /// <summary>Free space in bytes.</summary>
    /// <value>Default: 512 GiB.</value>
    public long FreeSpace { get; init; } = 1L << 39;

    /// <summary>The hosts that mount it; null: all of the site.</summary>
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>What its provider says it can do.</summary>
    public StorageCapability? Capability { get; init; }
}

/// <summary>A provider of the lab, and the process behind it.</summary>
public sealed record ProviderDefinition
{
    /// <summary>The provider as it is when the world begins; its times count from T0 through the offsets below.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Whether it is registered with the service when the world begins; otherwise it only answers at its URL.</summary>
    /// <value>Default: true.</value>
    public bool Registered { get; init; } = true;

    /// <summary>When the last sync was, from T0; null: never.</summary>
    public TimeSpan? LastSyncOffset { get; init; }

    /// <summary>The certificate; null: it has none.</summary>
    public CertificateDefinition? Certificate { get; init; }

    /// <summary>Alarms that it has from the beginning and does not clear; their times count from T0.</summary>
    public IReadOnlyList<AlarmDefinition> Alarms { get; init; } = [];

    /// <summary>The process at its URL. Its id, URL, certificate and what it says of itself are the provider's.</summary>
    public ProviderSwitches Switches { get; init; } = new();
}

/// <summary>Alarms of the lab.</summary>
/// <param name="Condition">What is wrong; its time is set when the world is made.</param>
/// <param name="Count">How many entities have it; with more than one, each id ends in a number.</param>
public sealed record AlarmDefinition(AlarmCondition Condition, int Count);

/// <summary>A certificate of the lab; its times count from T0.</summary>
public sealed record CertificateDefinition
{
    /// <summary>The host that it is for; null: the one of the URL.</summary>
    public string? Host { get; init; }

    /// <summary>When it begins to be valid.</summary>
    /// <value>Default: one day before T0.</value>
    public TimeSpan From { get; init; } = TimeSpan.FromDays(-1);

    /// <summary>When it ends to be valid.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>Who issued it; null: vCenter's authority for a registered provider that does not retain its own, otherwise itself.</summary>
    public CertificateIssuer? Issuer { get; init; }

    /// <summary>Whether its issuer has revoked it.</summary>
    public bool Revoked { get; init; }

    /// <summary>Whether the provider shows something that is no certificate at all.</summary>
    public bool Malformed { get; init; }

    /// <summary>Whether the service has imported the root of its owner's authority.</summary>
    public bool CaImported { get; init; }
}

/// <summary>The login of a provider process, and what it fails at.</summary>
public sealed record ProviderSwitches
{
    /// <inheritdoc cref="ProviderEndpoint.UserName"/>
    public string UserName { get; init; } = "vasa";

    /// <inheritdoc cref="ProviderEndpoint.Password"/>
    public string Password { get; init; } = "VasaSim!1";

    /// <inheritdoc cref="ProviderEndpoint.Reachable"/>
    public bool Reachable { get; init; } = true;

    /// <inheritdoc cref="ProviderEndpoint.FailSync"/>
    public bool FailSync { get; init; }

    /// <inheritdoc cref="ProviderEndpoint.FailUnregister"/>
    public bool FailUnregister { get; init; }

    /// <inheritdoc cref="ProviderEndpoint.FailRefresh"/>
    public bool FailRefresh { get; init; }

    /// <inheritdoc cref="ProviderEndpoint.FailRevoke"/>
    public bool FailRevoke { get; init; }

    /// <inheritdoc cref="ProviderEndpoint.CaFaultCode"/>
    public int? CaFaultCode { get; init; }
}

/// <summary>A fault domain of the lab.</summary>
public sealed record FaultDomainDefinition
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The array whose active provider manages it.</summary>
    public string? ArrayId { get; init; }

    /// <summary>The provider that manages it, when there is no array.</summary>
    public string? Provider { get; init; }

    /// <summary>The domains it replicates to besides those its groups name.</summary>
    public IReadOnlyList<string> Peers { get; init; } = [];
}

/// <summary>A link of the lab.</summary>
public sealed record LinkDefinition(string From, string To, TimeSpan Lag = default, long? Bandwidth = null, bool Up = true);
