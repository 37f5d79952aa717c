using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Sets of operations that raise mostly the same, by the names that the catalogue has for them.</summary>
internal static class OperationClasses
{
    /// <summary>The classes; each operation of SMS is in one.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<OperationInfo> Operations)> All { get; } =
        [.. Contracts.Sms.Operations.GroupBy(NameOf).Select(g => (g.Key, (IReadOnlyList<OperationInfo>)[.. g])).OrderBy(c => c.Key, StringComparer.Ordinal)];

    // The larger ones first.
    private static readonly (string Name, IReadOnlyList<OperationInfo> Operations)[] _sets =
    [
        ("all queries", [.. All.Where(c => c.Name.EndsWith("queries", StringComparison.Ordinal)).SelectMany(c => c.Operations)]),
        ("all tasks", [.. All.Where(c => c.Name.EndsWith("tasks", StringComparison.Ordinal)).SelectMany(c => c.Operations)]),
        .. All,
    ];

    /// <summary>Operations in words, with the names of the classes that are there as a whole.</summary>
    public static string Words(IEnumerable<OperationInfo> operations)
    {
        List<OperationInfo> left = [.. operations];
        List<string> words = [];
        foreach ((string name, IReadOnlyList<OperationInfo> set) in _sets)
        {
            // A part of one that was named is no longer there.
            if (set.All(left.Contains))
            {
                words.Add(name);
                left.RemoveAll(set.Contains);
            }
        }

        return string.Join(", ", [.. words, .. left.Select(o => $"`{o.Name}`").Order(StringComparer.Ordinal)]);
    }

    private static string NameOf(OperationInfo operation) => OperationKinds.Of(operation) switch
    {
        OperationKind.Task => "replication tasks",
        OperationKind.LifeCycle => "life-cycle tasks",
        _ when operation.Faults.Select(f => f.Name).Order(StringComparer.Ordinal).SequenceEqual(["NotFound", "QueryExecutionFault"]) => "inventory queries",
        _ when operation.Owner.Name == "VasaProvider" => "replication queries",
        _ => "service queries",
    };
}
