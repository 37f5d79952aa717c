using VasaSim.Configuration;
using VasaSim.Lab;
using VasaSim.Running;

namespace VasaSim.Settings;

/// <summary>Finds variables that look like settings but are none: a typo there would go unnoticed otherwise.</summary>
internal static class UnknownVariables
{
    private static readonly string[] _known =
        [.. StartSettings.All.Concat(ClientSettings.All).Concat(TrySettings.All).Select(s => s.Variable), .. EnvFile.OwnVariables];

    /// <summary>A warning for each.</summary>
    public static IEnumerable<string> Find(IReadOnlyDictionary<string, string> environment) =>
        environment.Keys
            .Where(name => name.StartsWith("VASASIM_", StringComparison.Ordinal) && !_known.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"warning: the environment variable {name} is not known and has no effect{DidYouMean.Hint(name, _known)}");
}
