using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>What is to be replicated.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(VmSource), "vm")]
[JsonDerivedType(typeof(VappSource), "vapp")]
[JsonDerivedType(typeof(VappTemplateSource), "vappTemplate")]
[JsonDerivedType(typeof(VcVmSource), "vcVm")]
[JsonDerivedType(typeof(VcVappSource), "vcVapp")]
internal record ReplicationSource
{
    /// <summary>The site.</summary>
    public string? Site { get; init; }
}

/// <summary>A machine of a cloud.</summary>
internal sealed record VmSource : ReplicationSource
{
    /// <summary>Its UUID.</summary>
    public string? VmId { get; init; }

    /// <summary>Disks to leave out, by the name that the reference gives them.</summary>
    public IReadOnlyList<int>? ExcludedDisks { get; init; }

    /// <summary>The same, by the name that its example gives them.</summary>
    public IReadOnlyList<int>? ExcludedDiskKeys { get; init; }
}

/// <summary>A vApp of a cloud.</summary>
internal sealed record VappSource : ReplicationSource
{
    /// <summary>Its UUID.</summary>
    public string? VappId { get; init; }

    /// <summary>Disks to leave out, by machine.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>>? VmExcludedDisks { get; init; }
}

/// <summary>A template of a cloud, which is not replicated here.</summary>
internal sealed record VappTemplateSource : ReplicationSource;

/// <summary>A machine on-premises.</summary>
internal sealed record VcVmSource : ReplicationSource
{
    /// <summary>The vCenter.</summary>
    public string? VcUuid { get; init; }

    /// <summary>The machine's managed object id.</summary>
    public string? VmId { get; init; }

    /// <summary>Disks to leave out.</summary>
    public IReadOnlyList<int>? ExcludedDisks { get; init; }

    /// <summary>The vApp to import into.</summary>
    public string? VappName { get; init; }

    /// <summary>How it is started with its vApp; taken and not used.</summary>
    public JsonElement? VmStartupInfo { get; init; }
}

/// <summary>Machines on-premises that become a vApp.</summary>
internal sealed record VcVappSource : ReplicationSource
{
    /// <summary>The vCenter.</summary>
    public string? VcUuid { get; init; }

    /// <summary>The vApp's name.</summary>
    public string? VappName { get; init; }

    /// <summary>The machines' managed object ids.</summary>
    public IReadOnlyList<string>? VmIds { get; init; }

    /// <summary>Disks to leave out, by machine.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>>? VmExcludedDisks { get; init; }

    /// <summary>How they are started with the vApp; taken and not used.</summary>
    public JsonElement? VmStartupInfoMap { get; init; }
}
