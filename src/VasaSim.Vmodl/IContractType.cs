namespace VasaSim.Vmodl;

/// <summary>A type of the contract that knows its description without an instance.</summary>
public interface IContractType
{
    /// <summary>The description of the type.</summary>
    static abstract DataTypeInfo Metadata { get; }
}
