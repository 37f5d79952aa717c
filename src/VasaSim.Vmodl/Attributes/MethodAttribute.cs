namespace VasaSim.Vmodl;

/// <summary>Declares a method of a managed object.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MethodAttribute(string name) : Attribute
{
    /// <summary>The method's name on the wire; methods that return a task end in <c>_Task</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The version that brought the method.</summary>
    public required string Since { get; init; }

    /// <summary>The privilege that a call needs; unset if the contract names none.</summary>
    public string? Privilege { get; init; }

    /// <summary>A method that clients call although no published description has it; it stays out of the WSDL.</summary>
    public bool Undocumented { get; init; }
}
