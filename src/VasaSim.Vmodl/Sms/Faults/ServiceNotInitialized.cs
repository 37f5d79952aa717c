using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The service is still starting.</summary>
[DataObject(Since = "1.0")]
public sealed partial class ServiceNotInitialized : RuntimeFault;
