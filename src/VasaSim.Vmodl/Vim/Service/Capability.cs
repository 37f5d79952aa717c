namespace VasaSim.Vmodl.Vim;

/// <summary>What a server is able to do.</summary>
[DataObject(Since = "2.0")]
public sealed partial class Capability : DataObject
{
    public required bool ProvisioningSupported { get; init; }

    public required bool MultiHostSupported { get; init; }

    [Property(Since = "2.5")]
    public required bool UserShellAccessSupported { get; init; }

    [Property(Since = "4.0")]
    public IReadOnlyList<EVCMode>? SupportedEVCMode { get; init; }

    [Property(Since = "7.0.1.0")]
    public IReadOnlyList<FeatureEVCMode>? SupportedEVCGraphicsMode { get; init; }

    [Property(Since = "5.1")]
    public bool? NetworkBackupAndRestoreSupported { get; init; }

    [Property(Since = "6.7")]
    public bool? FtDrsWithoutEvcSupported { get; init; }

    [Property(Since = "6.7.1")]
    public bool? HciWorkflowSupported { get; init; }

    [Property(Since = "6.8.7")]
    public int? ComputePolicyVersion { get; init; }

    [Property(Since = "7.0.0.0")]
    public bool? ClusterPlacementSupported { get; init; }

    [Property(Since = "7.0.0.0")]
    public bool? LifecycleManagementSupported { get; init; }

    [Property(Since = "7.0.2.0")]
    public bool? HostSeedingSupported { get; init; }

    [Property(Since = "7.0.0.0")]
    public bool? ScalableSharesSupported { get; init; }

    [Property(Since = "7.0.1.1")]
    public bool? HadcsSupported { get; init; }

    [Property(Since = "7.0.3.1")]
    public bool? ConfigMgmtSupported { get; init; }
}
