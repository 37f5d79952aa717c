using VasaSim.Core.Lab;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>One call that both protocols have to answer alike, and the faults that its answer must have.</summary>
/// <param name="Name">What is particular about it; unique among the cases of its method.</param>
/// <param name="Target">The object that is called.</param>
/// <param name="Request">The arguments, and with them the method.</param>
public sealed record TwinCase(string Name, ManagedObjectReference Target, Request Request)
{
    /// <summary>The fault of the call; null when it succeeds.</summary>
    public string? Fault { get; init; }

    /// <summary>The fault that the task ends with; null when it succeeds.</summary>
    public string? TaskError { get; init; }

    /// <summary>Faults that the result has somewhere: errors and warnings of groups, causes.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>What is done before, by way of the same protocol and the control port.</summary>
    public Func<TwinStage, Task>? Before { get; init; }

    /// <summary>The choices of the lab.</summary>
    public Func<Knobs, Knobs>? Knobs { get; init; }

    /// <summary>What is different in the lab.</summary>
    public Func<LabDefinition, LabDefinition>? Lab { get; init; }

    /// <summary>Whether tasks end with their call; otherwise the task is looked at before and after its end.</summary>
    public bool Instant { get; init; } = true;

    /// <summary>All faults that the case expects.</summary>
    public IEnumerable<string> Faults => new[] { Fault, TaskError }.OfType<string>().Concat(Within);

    /// <summary>The name by which a test run shows it.</summary>
    public override string ToString() => $"{Request.Operation.Name}: {Name}";
}
