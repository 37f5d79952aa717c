namespace VasaSim.Vmodl;

/// <summary>What the task that a method starts ends with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TaskResultAttribute(Type type) : Attribute
{
    /// <summary>The type of the result; an array type for a list.</summary>
    public Type Type { get; } = type;

    /// <summary>The managed object type, if the result is a reference.</summary>
    public string? RefersTo { get; init; }
}
