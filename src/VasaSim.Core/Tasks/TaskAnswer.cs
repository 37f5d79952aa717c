namespace VasaSim.Core.Tasks;

/// <summary>What became of a tester's order.</summary>
/// <param name="Task">The task as it is now.</param>
/// <param name="Refusal">Why nothing was done; null: it was.</param>
public readonly record struct TaskAnswer(ServiceTask Task, TaskRefusal? Refusal);

/// <summary>Why an order cannot be followed.</summary>
public enum TaskRefusal
{
    /// <summary>The task has ended.</summary>
    Ended,

    /// <summary>The task is beyond the percentage already.</summary>
    Passed,

    /// <summary>The task does not stop anywhere.</summary>
    NotHeld,
}
