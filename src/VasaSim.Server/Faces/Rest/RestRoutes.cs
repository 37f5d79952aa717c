namespace VasaSim.Server.Faces.Rest;

/// <summary>Finds the operations of a path. Immutable.</summary>
/// <typeparam name="TOperation">What the API calls an operation.</typeparam>
internal sealed class RestRoutes<TOperation>
    where TOperation : RestOperation
{
    private readonly ILookup<int, Route> _byLength;

    /// <summary>Makes the table; where two paths fit, the one with more fixed parts does.</summary>
    public RestRoutes(IEnumerable<TOperation> operations) => _byLength = operations
        .GroupBy(o => o.Path)
        .Select(p => new Route(Split(p.Key), [.. p]))
        .OrderBy(r => r.Parts.Count(IsParameter))
        .ToLookup(r => r.Parts.Length);

    /// <summary>The operations of a path, whose slashes may be doubled, with the values of its parameters; null: there is no such path.</summary>
    public (IReadOnlyList<TOperation> Operations, IReadOnlyDictionary<string, string> Values)? Find(string path)
    {
        string[] parts = Split(path);
        return _byLength[parts.Length].FirstOrDefault(r => r.Fits(parts)) is { } route ? (route.Operations, route.ValuesOf(parts)) : null;
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsParameter(string part) => part[0] == '{';

    private sealed record Route(string[] Parts, IReadOnlyList<TOperation> Operations)
    {
        public bool Fits(string[] parts)
        {
            for (int i = 0; i < parts.Length; i++)
            {
                if (!IsParameter(Parts[i]) && Parts[i] != parts[i])
                {
                    return false;
                }
            }

            return true;
        }

        public Dictionary<string, string> ValuesOf(string[] parts) =>
            Parts.Zip(parts).Where(p => IsParameter(p.First)).ToDictionary(p => p.First.Trim('{', '}'), p => p.Second);
    }
}
