namespace VasaSim.Vmodl.Generator.Model;

/// <summary>Everything that the assembly declares, in an order where bases come before what extends them.</summary>
internal sealed class Contract
{
    private readonly Dictionary<string, Service> _services;
    private readonly Dictionary<string, DataType> _dataTypes;
    private readonly HashSet<string> _extended;

    public Contract(
        IEnumerable<Service> services,
        IEnumerable<Enumeration> enumerations,
        IEnumerable<DataType> dataTypes,
        IEnumerable<ManagedObject> managedObjects)
    {
        Services = [.. services];
        _services = Services.ToDictionary(service => service.CodeNamespace);
        Enumerations = [.. enumerations.Where(type => Knows(type.CodeNamespace))
            .OrderBy(type => type.CodeNamespace, StringComparer.Ordinal)
            .ThenBy(type => type.Name, StringComparer.Ordinal)];

        var types = dataTypes.Where(type => Knows(type.CodeNamespace)).ToList();
        _dataTypes = types.ToDictionary(type => type.Code);
        _extended = [.. types.Where(type => type.BaseName is not null).Select(BaseCode)];
        DataTypes = [.. types.OrderBy(Depth)
            .ThenBy(type => type.CodeNamespace, StringComparer.Ordinal)
            .ThenBy(type => type.Name, StringComparer.Ordinal)];

        var objects = managedObjects.Where(type => Knows(type.CodeNamespace)).ToList();
        var byName = objects.ToDictionary(type => (type.CodeNamespace, type.Name));
        ManagedObjects = [.. objects.OrderBy(type => ObjectDepth(type, byName))
            .ThenBy(type => type.CodeNamespace, StringComparer.Ordinal)
            .ThenBy(type => type.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Service> Services { get; }

    public IReadOnlyList<Enumeration> Enumerations { get; }

    public IReadOnlyList<DataType> DataTypes { get; }

    public IReadOnlyList<ManagedObject> ManagedObjects { get; }

    public string ServiceId(string codeNamespace) => _services[codeNamespace].Id;

    public DataType? BaseOf(DataType type) =>
        type.BaseName is not null && _dataTypes.TryGetValue(BaseCode(type), out var found) ? found : null;

    public bool HasSubtypes(string code) => _extended.Contains(code);

    public bool IsFault(DataType type) =>
        type.Name == "MethodFault" || (BaseOf(type) is { } baseType && IsFault(baseType));

    /// <summary>The type's members and those of its bases, in wire order.</summary>
    public IEnumerable<Member> AllMembers(DataType type) =>
        BaseOf(type) is { } baseType ? AllMembers(baseType).Concat(type.Members) : type.Members;

    private static string BaseCode(DataType type) => $"global::{type.BaseNamespace}.{type.BaseName}";

    private bool Knows(string codeNamespace) => _services.ContainsKey(codeNamespace);

    private int Depth(DataType type) => BaseOf(type) is { } baseType ? Depth(baseType) + 1 : 0;

    private static int ObjectDepth(
        ManagedObject type, Dictionary<(string, string), ManagedObject> byName) =>
        type.BaseName is not null && byName.TryGetValue((type.BaseNamespace!, type.BaseName), out var baseType)
            ? ObjectDepth(baseType, byName) + 1
            : 0;
}
