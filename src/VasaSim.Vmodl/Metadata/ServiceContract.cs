using System.Collections.Frozen;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>All that is known about a service.</summary>
public sealed class ServiceContract
{
    private readonly FrozenDictionary<string, OperationInfo> _operations;
    private readonly FrozenDictionary<string, ManagedObjectInfo> _managedObjects;

    internal ServiceContract(
        WireNamespace wireNamespace,
        string path,
        ApiVersion[] versions,
        ManagedObjectInfo[] managedObjects,
        DataTypeInfo[] dataTypes,
        EnumInfo[] enums,
        OperationInfo[] operations)
    {
        WireNamespace = wireNamespace;
        Path = path;
        Versions = versions;
        ManagedObjects = managedObjects;
        DataTypes = dataTypes;
        Enums = enums;
        Operations = operations;
        foreach (var managedObject in managedObjects)
            managedObject.JoinService(this);
        _operations = operations.ToFrozenDictionary(operation => operation.Name);
        _managedObjects = managedObjects.ToFrozenDictionary(managedObject => managedObject.Name);
    }

    /// <summary>The short name, which is also the XML prefix: <c>sms</c>.</summary>
    public string Name => WireNamespace.Prefix;

    /// <summary>The XML namespace: <c>urn:sms</c>.</summary>
    public string Namespace => WireNamespace.Uri;

    /// <summary>The path of the SOAP endpoint: <c>/sms/sdk</c>.</summary>
    public string Path { get; }

    /// <summary>The versions of the service, oldest first.</summary>
    public IReadOnlyList<ApiVersion> Versions { get; }

    /// <summary>The newest version.</summary>
    public ApiVersion NewestVersion => Versions[^1];

    /// <summary>The managed object types, bases first.</summary>
    public IReadOnlyList<ManagedObjectInfo> ManagedObjects { get; }

    /// <summary>The data object types and faults, bases first.</summary>
    public IReadOnlyList<DataTypeInfo> DataTypes { get; }

    /// <summary>The enumerations.</summary>
    public IReadOnlyList<EnumInfo> Enums { get; }

    /// <summary>The methods of all managed objects; each at the index of its ordinal.</summary>
    public IReadOnlyList<OperationInfo> Operations { get; }

    internal WireNamespace WireNamespace { get; }

    /// <summary>Returns the method of this wire name, or null.</summary>
    public OperationInfo? FindOperation(string wireName) => _operations.GetValueOrDefault(wireName);

    /// <summary>Returns the managed object type of this wire name, or null.</summary>
    public ManagedObjectInfo? FindManagedObject(string wireName) => _managedObjects.GetValueOrDefault(wireName);

    /// <summary>Returns the short name.</summary>
    public override string ToString() => Name;
}
