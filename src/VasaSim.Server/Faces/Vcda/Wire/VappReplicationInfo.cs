namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>The replications of machines that belong together.</summary>
internal sealed record VappReplicationInfo : TaskResult
{
    /// <summary><c>C4VAPP-</c> and a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Who it belongs to, as <c>org@site</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it comes from.</summary>
    public required SourceInfo Source { get; init; }

    /// <summary>Where it goes to.</summary>
    public required DestinationInfo Destination { get; init; }

    /// <summary>The vApp.</summary>
    public required VappDescriptor Descriptor { get; init; }

    /// <summary>The replications of its machines.</summary>
    public required IReadOnlyList<VmReplicationInfo> VmReplications { get; init; }

    /// <summary>When somebody last did something to it.</summary>
    public required long LastUpdated { get; init; }

    /// <summary>Whether it is to move the vApp, not to protect it.</summary>
    public required bool IsMigration { get; init; }

    /// <summary>How it is on the whole: as the worst of its machines.</summary>
    public required HealthColor OverallHealth { get; init; }
}

/// <summary>A vApp as its replication describes it.</summary>
internal sealed record VappDescriptor(
    string Name, string? Description, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<NamedItem> Networks, bool IsGolden, bool EnabledTemplateCustomization);

/// <summary>How many replications of vApps there are, by what they are for and how they are.</summary>
internal sealed record VappReplicationsSummary(int Total, int Protections, int Migrations, int Green, int Yellow, int Red);
