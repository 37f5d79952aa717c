namespace VasaSim.Vmodl;

/// <summary>What sort of value a type stands for, and which C# type holds it.</summary>
public enum TypeKind
{
    /// <summary>A text: <see cref="string"/>.</summary>
    String,

    /// <summary>A truth value: <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>32 bits: <see cref="int"/>.</summary>
    Int,

    /// <summary>64 bits: <see cref="long"/>.</summary>
    Long,

    /// <summary>A floating-point number: <see cref="double"/>.</summary>
    Double,

    /// <summary>A point in time: <see cref="DateTimeOffset"/>.</summary>
    DateTime,

    /// <summary>A value of any other kind: <see cref="object"/>.</summary>
    AnyType,

    /// <summary>A <see cref="Vmodl.ManagedObjectReference"/>.</summary>
    ManagedObjectReference,

    /// <summary>A <see cref="DataObject"/>.</summary>
    Data,

    /// <summary>A C# enumeration.</summary>
    Enum,
}
