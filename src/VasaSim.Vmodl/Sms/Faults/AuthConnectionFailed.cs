using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The service could not reach the server that knows the sessions.</summary>
[DataObject(Since = "2.0")]
public sealed partial class AuthConnectionFailed : NoPermission;
