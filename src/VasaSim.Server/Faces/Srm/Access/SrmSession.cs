using VasaSim.Server.Sessions;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Srm.Access;

/// <summary>A session at one of the paired sites, which may become good for the other one too. Safe for threads.</summary>
internal sealed class SrmSession(SessionStart start) : Session(start)
{
    /// <summary>The header that shows it.</summary>
    public const string TokenHeader = "x-dr-session";

    private volatile User? _remoteUser;

    /// <summary>Who is logged in at the paired site; null: nobody.</summary>
    public User? RemoteUser
    {
        get => _remoteUser;
        set => _remoteUser = value;
    }

    /// <summary>Whether the user may look.</summary>
    public bool MayLook => User.Privileges.Contains(Privileges.StorageViewsView);

    /// <summary>Whether the user may change something.</summary>
    public bool MayChange => User.Privileges.Contains(Privileges.StorageViewsConfigureService);
}
