namespace VasaSim.Faults.Decisions;

/// <summary>What rules may ask about a replication group of a call.</summary>
/// <param name="FaultDomain">Its fault domain, as the call names it.</param>
/// <param name="Id">Its device group.</param>
public sealed record GroupFacts(string FaultDomain, string Id)
{
    /// <summary>The replication state as the wire has it; null when there is no such group.</summary>
    public string? State { get; init; }

    /// <summary>The labels that the lab gives it.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether all its links are up; null without a partner.</summary>
    public bool? LinkUp { get; init; }

    /// <summary>Counts its replicas.</summary>
    public Func<int> CountReplicas { get; init; } = static () => 0;

    /// <summary>Both parts of the id.</summary>
    public string FullId { get; } = $"{FaultDomain}/{Id}";
}
