using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.ViJson;

/// <summary>
/// What the path of a VI JSON call says: <c>/sdk/vim25/{release}/{type}/{id}/{member}</c>, for SMS
/// <c>/sdk/vim25/{release}/sms/{type}/{id}/{method}</c> or <c>/sdk/sms/{release}/{type}/{id}/{method}</c>.
/// </summary>
/// <param name="Release">The release that is asked for, served or not.</param>
/// <param name="Contract">The service.</param>
/// <param name="Target">The object.</param>
/// <param name="Member">The method or property.</param>
internal sealed record JsonAddress(string Release, ServiceContract Contract, ManagedObjectReference Target, string Member)
{
    /// <summary>Reads a path; null when it is none of these.</summary>
    public static JsonAddress? Parse(string path) => path.Split('/') is ["", "sdk", .. var parts]
        ? parts switch
        {
            ["vim25", var release, "sms", var type, var id, var member] => Make(release, Contracts.Sms, type, id, member),
            ["sms", var release, var type, var id, var member] => Make(release, Contracts.Sms, type, id, member),
            ["vim25", var release, var type, var id, var member] => Make(release, Contracts.Vim, type, id, member),
            _ => null,
        }
        : null;

    // The server has decoded the path, but for the one character that would change how it is split.
    private static JsonAddress Make(string release, ServiceContract contract, string type, string id, string member) =>
        new(release, contract, new(type, id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)), member);
}
