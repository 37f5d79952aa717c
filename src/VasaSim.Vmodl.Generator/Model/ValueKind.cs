namespace VasaSim.Vmodl.Generator.Model;

/// <summary>What sort of value a member holds; the names are those of the methods that read and write it.</summary>
internal enum ValueKind
{
    String,
    Boolean,
    Int,
    Long,
    Double,
    DateTime,
    Any,
    Reference,
    Object,
    Enum,

    /// <summary>A C# type that nothing in the contract stands for; it is reported and left out.</summary>
    Unsupported,
}
