using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The login token is missing or was not accepted.</summary>
[DataObject(Since = "5.0")]
public sealed partial class SmsInvalidLogin : MethodFault;
