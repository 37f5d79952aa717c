namespace VasaSim.Faults.Rules;

/// <summary>The kinds of operations.</summary>
public enum OperationKind
{
    /// <summary>Asks, and changes nothing.</summary>
    Query,

    /// <summary>Starts a replication task.</summary>
    Task,

    /// <summary>The life of a provider: registration, sync, certificates.</summary>
    LifeCycle,

    /// <summary>Sessions: login and logout.</summary>
    Session,
}
