using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The service could not register itself at start.</summary>
[DataObject(Since = "1.0")]
public sealed partial class ProxyRegistrationFailed : RuntimeFault;
