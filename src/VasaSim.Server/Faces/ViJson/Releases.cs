using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.ViJson;

/// <summary>
/// The releases of VI JSON that are served: from the first that had it up to the one that the lab simulates.
/// </summary>
internal sealed class Releases(ApiVersion newest)
{
    private static readonly ApiVersion _first = ApiVersion.Parse("8.0.1.0");

    private readonly ApiVersion[] _served =
        [.. Contracts.Vim.Versions.Concat(Contracts.Sms.Versions).Where(v => v >= _first && v <= newest).Distinct().Order()];

    /// <summary>The release of a name, or null when it is not served.</summary>
    public ApiVersion? Find(string name)
    {
        foreach (ApiVersion version in _served)
        {
            if (version.ToString() == name)
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>The names, oldest first.</summary>
    public override string ToString() => _served.Length == 0 ? "none" : string.Join(", ", _served);
}
