namespace VasaSim.Vmodl.Vim;

/// <summary>The managers of a server. A reference that is not set stands for a manager that is not there.</summary>
[DataObject(Since = "2.0")]
public sealed partial class ServiceContent : DataObject
{
    [RefersTo("Folder")]
    public required ManagedObjectReference RootFolder { get; init; }

    [RefersTo("PropertyCollector")]
    public required ManagedObjectReference PropertyCollector { get; init; }

    [Property(Since = "2.5"), RefersTo("ViewManager")]
    public ManagedObjectReference? ViewManager { get; init; }

    public required AboutInfo About { get; init; }

    [RefersTo("OptionManager")]
    public ManagedObjectReference? Setting { get; init; }

    [RefersTo("UserDirectory")]
    public ManagedObjectReference? UserDirectory { get; init; }

    [RefersTo("SessionManager")]
    public ManagedObjectReference? SessionManager { get; init; }

    [RefersTo("AuthorizationManager")]
    public ManagedObjectReference? AuthorizationManager { get; init; }

    [Property(Since = "5.1"), RefersTo("ServiceManager")]
    public ManagedObjectReference? ServiceManager { get; init; }

    [RefersTo("PerformanceManager")]
    public ManagedObjectReference? PerfManager { get; init; }

    [RefersTo("ScheduledTaskManager")]
    public ManagedObjectReference? ScheduledTaskManager { get; init; }

    [RefersTo("AlarmManager")]
    public ManagedObjectReference? AlarmManager { get; init; }

    [RefersTo("EventManager")]
    public ManagedObjectReference? EventManager { get; init; }

    [RefersTo("TaskManager")]
    public ManagedObjectReference? TaskManager { get; init; }

    [Property(Since = "2.5"), RefersTo("ExtensionManager")]
    public ManagedObjectReference? ExtensionManager { get; init; }

    [RefersTo("CustomizationSpecManager")]
    public ManagedObjectReference? CustomizationSpecManager { get; init; }

    [Property(Since = "6.8.7"), RefersTo("VirtualMachineGuestCustomizationManager")]
    public ManagedObjectReference? GuestCustomizationManager { get; init; }

    [RefersTo("CustomFieldsManager")]
    public ManagedObjectReference? CustomFieldsManager { get; init; }

    [RefersTo("HostLocalAccountManager")]
    public ManagedObjectReference? AccountManager { get; init; }

    [RefersTo("DiagnosticManager")]
    public ManagedObjectReference? DiagnosticManager { get; init; }

    [RefersTo("LicenseManager")]
    public ManagedObjectReference? LicenseManager { get; init; }

    [RefersTo("SearchIndex")]
    public ManagedObjectReference? SearchIndex { get; init; }

    [Property(Since = "2.5"), RefersTo("FileManager")]
    public ManagedObjectReference? FileManager { get; init; }

    [Property(Since = "5.5"), RefersTo("DatastoreNamespaceManager")]
    public ManagedObjectReference? DatastoreNamespaceManager { get; init; }

    [Property(Since = "2.5"), RefersTo("VirtualDiskManager")]
    public ManagedObjectReference? VirtualDiskManager { get; init; }

    [Property(Since = "2.5"), RefersTo("VirtualizationManager")]
    public ManagedObjectReference? VirtualizationManager { get; init; }

    [Property(Since = "4.0"), RefersTo("HostSnmpSystem")]
    public ManagedObjectReference? SnmpSystem { get; init; }

    [Property(Since = "4.0"), RefersTo("VirtualMachineProvisioningChecker")]
    public ManagedObjectReference? VmProvisioningChecker { get; init; }

    [Property(Since = "4.0"), RefersTo("VirtualMachineCompatibilityChecker")]
    public ManagedObjectReference? VmCompatibilityChecker { get; init; }

    [Property(Since = "4.0"), RefersTo("OvfManager")]
    public ManagedObjectReference? OvfManager { get; init; }

    [Property(Since = "4.0"), RefersTo("IpPoolManager")]
    public ManagedObjectReference? IpPoolManager { get; init; }

    [Property(Since = "4.0"), RefersTo("DistributedVirtualSwitchManager")]
    public ManagedObjectReference? DvSwitchManager { get; init; }

    [Property(Since = "4.0"), RefersTo("HostProfileManager")]
    public ManagedObjectReference? HostProfileManager { get; init; }

    [Property(Since = "4.0"), RefersTo("ClusterProfileManager")]
    public ManagedObjectReference? ClusterProfileManager { get; init; }

    [Property(Since = "4.0"), RefersTo("ProfileComplianceManager")]
    public ManagedObjectReference? ComplianceManager { get; init; }

    [Property(Since = "4.0"), RefersTo("LocalizationManager")]
    public ManagedObjectReference? LocalizationManager { get; init; }

    [Property(Since = "4.1"), RefersTo("StorageResourceManager")]
    public ManagedObjectReference? StorageResourceManager { get; init; }

    [Property(Since = "5.0"), RefersTo("GuestOperationsManager")]
    public ManagedObjectReference? GuestOperationsManager { get; init; }

    [Property(Since = "6.0"), RefersTo("OverheadMemoryManager")]
    public ManagedObjectReference? OverheadMemoryManager { get; init; }

    [Property(Since = "6.0"), RefersTo("CertificateManager")]
    public ManagedObjectReference? CertificateManager { get; init; }

    [Property(Since = "6.0"), RefersTo("IoFilterManager")]
    public ManagedObjectReference? IoFilterManager { get; init; }

    [Property(Since = "6.5"), RefersTo("VStorageObjectManagerBase")]
    public ManagedObjectReference? VStorageObjectManager { get; init; }

    [Property(Since = "6.5"), RefersTo("HostSpecificationManager")]
    public ManagedObjectReference? HostSpecManager { get; init; }

    [Property(Since = "6.5"), RefersTo("CryptoManager")]
    public ManagedObjectReference? CryptoManager { get; init; }

    [Property(Since = "6.5"), RefersTo("HealthUpdateManager")]
    public ManagedObjectReference? HealthUpdateManager { get; init; }

    [Property(Since = "6.5"), RefersTo("FailoverClusterConfigurator")]
    public ManagedObjectReference? FailoverClusterConfigurator { get; init; }

    [Property(Since = "6.5"), RefersTo("FailoverClusterManager")]
    public ManagedObjectReference? FailoverClusterManager { get; init; }

    [Property(Since = "6.9.1"), RefersTo("TenantTenantManager")]
    public ManagedObjectReference? TenantManager { get; init; }

    [Property(Since = "7.0.0.0"), RefersTo("SiteInfoManager")]
    public ManagedObjectReference? SiteInfoManager { get; init; }

    [Property(Since = "6.7.2"), RefersTo("StorageQueryManager")]
    public ManagedObjectReference? StorageQueryManager { get; init; }
}
