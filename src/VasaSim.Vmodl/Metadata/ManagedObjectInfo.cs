namespace VasaSim.Vmodl;

/// <summary>A managed object type.</summary>
public sealed class ManagedObjectInfo
{
    private readonly Lazy<IReadOnlyList<MemberInfo>> _properties;
    private readonly Lazy<IReadOnlyList<OperationInfo>> _operations;
    private ServiceContract? _service;

    internal ManagedObjectInfo(
        string name,
        ManagedObjectInfo? baseType,
        ApiVersion since,
        Func<IReadOnlyList<MemberInfo>> properties,
        Func<IReadOnlyList<OperationInfo>> operations)
    {
        Name = name;
        Base = baseType;
        Since = since;
        _properties = new(properties);
        _operations = new(operations);
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The type that this one extends, if it extends one.</summary>
    public ManagedObjectInfo? Base { get; }

    /// <summary>The version that brought the type.</summary>
    public ApiVersion Since { get; }

    /// <summary>The service that the type belongs to.</summary>
    public ServiceContract Service =>
        _service ?? throw new InvalidOperationException($"{Name} belongs to no service yet.");

    /// <summary>The properties that the type adds to its base.</summary>
    public IReadOnlyList<MemberInfo> Properties => _properties.Value;

    /// <summary>The methods that the type adds to its base.</summary>
    public IReadOnlyList<OperationInfo> Operations => _operations.Value;

    /// <summary>Tells whether an object of this type has all that the other type declares.</summary>
    public bool IsA(ManagedObjectInfo other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (type == other)
                return true;
        }
        return false;
    }

    /// <summary>Returns the property of this name, which a base may declare, or null.</summary>
    public MemberInfo? FindProperty(string name) =>
        Properties.FirstOrDefault(property => property.Name == name) ?? Base?.FindProperty(name);

    /// <summary>Returns the wire name.</summary>
    public override string ToString() => Name;

    internal void JoinService(ServiceContract service) => _service = service;
}
