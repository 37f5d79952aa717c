using System.Collections.Frozen;
using VasaSim.Vmodl;

namespace VasaSim.Server.Sessions;

/// <summary>Who may log in. Immutable.</summary>
public sealed class UserDirectory
{
    private readonly FrozenDictionary<string, User> _users;

    /// <summary>Makes the directory.</summary>
    public UserDirectory(IEnumerable<User> users) =>
        _users = users.ToFrozenDictionary(u => u.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All users, by name.</summary>
    public IEnumerable<User> Users => _users.Values.OrderBy(u => u.Name, StringComparer.Ordinal);

    /// <summary>
    /// The users of the default lab, all with the same password: an administrator, one who may only look, one who may
    /// only configure (which does not include looking), and one who may do neither.
    /// </summary>
    public static UserDirectory Default(string password) => new(
    [
        Make("administrator", "Administrator", password,
            Privileges.StorageViewsView, Privileges.StorageViewsConfigureService,
            Privileges.SessionsValidateSession, Privileges.SessionsTerminateSession),
        Make("viewer", "Viewer", password, Privileges.StorageViewsView),
        Make("config", "Configurator", password, Privileges.StorageViewsConfigureService),
        Make("nobody", "Nobody", password),
    ]);

    /// <summary>The user with a name and password, or null when there is none such.</summary>
    public User? Find(string name, string password) =>
        _users.TryGetValue(name, out User? user) && user.Password == password ? user : null;

    // Whoever is logged in may read the inventory, as vCenter's read-only role may.
    private static User Make(string name, string fullName, string password, params string[] privileges) => new(
        $"{name}@sim.local",
        fullName,
        password,
        privileges.Append(Privileges.SystemAnonymous).Append(Privileges.SystemView).ToFrozenSet());
}
