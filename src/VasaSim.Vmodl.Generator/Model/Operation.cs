namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A method of a managed object.</summary>
internal sealed record Operation(
    string Name,
    string Since,
    string? Privilege,
    bool IsUndocumented,
    EquatableArray<Member> Parameters,
    ValueType? Returns,
    ValueType? TaskResult,
    EquatableArray<ValueType> Faults)
{
    private const string TaskSuffix = "_Task";

    /// <summary>The name without the suffix of methods that return a task.</summary>
    public string ShortName => Name.EndsWith(TaskSuffix, StringComparison.Ordinal)
        ? Name.Substring(0, Name.Length - TaskSuffix.Length)
        : Name;

    /// <summary>The C# class of the arguments.</summary>
    public string RequestName => ShortName + "Request";
}
