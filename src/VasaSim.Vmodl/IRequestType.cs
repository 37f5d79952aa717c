namespace VasaSim.Vmodl;

/// <summary>A type of arguments that knows its method without an instance.</summary>
public interface IRequestType
{
    /// <summary>The method whose arguments the type holds.</summary>
    static abstract OperationInfo Method { get; }
}
