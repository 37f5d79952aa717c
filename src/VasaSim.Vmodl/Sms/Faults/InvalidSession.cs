using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The session that the cookie names is gone or was never there.</summary>
[DataObject(Since = "2.0")]
public sealed partial class InvalidSession : NoPermission
{
    public required string SessionCookie { get; init; }
}
