using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>A method of a managed object.</summary>
public sealed class OperationInfo
{
    internal OperationInfo(int ordinal, string name, ManagedObjectInfo owner, ApiVersion since, DataTypeInfo requestType)
    {
        Ordinal = ordinal;
        Name = name;
        Owner = owner;
        Since = since;
        RequestType = requestType;
        WireName = new(name);
        WireResponseName = new(name + "Response");
    }

    /// <summary>A number from 0 to the count of the service's methods: the index for tables of handlers.</summary>
    public int Ordinal { get; }

    /// <summary>The name on the wire, for example <c>SyncReplicationGroup_Task</c>.</summary>
    public string Name { get; }

    /// <summary>The service that the method belongs to.</summary>
    public ServiceContract Service => Owner.Service;

    /// <summary>The managed object that declares the method; it is callable on derived ones too.</summary>
    public ManagedObjectInfo Owner { get; }

    /// <summary>The version that brought the method.</summary>
    public ApiVersion Since { get; }

    /// <summary>The privilege that a call needs, if the contract names one.</summary>
    public string? Privilege { get; internal init; }

    /// <summary>The parameters in wire order.</summary>
    public IReadOnlyList<MemberInfo> Parameters => RequestType.OwnMembers;

    /// <summary>What the method returns; null for nothing.</summary>
    public TypeRef? Returns { get; internal init; }

    /// <summary>Whether the result may be unset.</summary>
    public bool ReturnsOptional { get; internal init; }

    /// <summary>What the task that the method starts ends with; null for nothing or no task.</summary>
    public TypeRef? TaskResult { get; internal init; }

    /// <summary>The faults that the method declares.</summary>
    public IReadOnlyList<DataTypeInfo> Faults { get; internal init; } = [];

    /// <summary>Whether no published description has the method.</summary>
    public bool Undocumented { get; internal init; }

    /// <summary>The description of the arguments.</summary>
    public DataTypeInfo RequestType { get; }

    /// <summary>The name of the arguments' type, for example <c>SyncReplicationGroupRequestType</c>.</summary>
    public string RequestTypeName => RequestType.Name;

    internal WireName WireName { get; }

    internal WireName WireResponseName { get; }

    /// <summary>Returns the wire name.</summary>
    public override string ToString() => Name;
}
