using VasaSim.Vmodl.Reading;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>A data object type, a fault, or the arguments of a method.</summary>
public sealed class DataTypeInfo
{
    private readonly Func<ElementReader, DataObject> _read;
    private readonly Func<List<object>, IReadOnlyList<object>> _toTypedList;
    private readonly Func<IReadOnlyList<MemberInfo>> _ownMembers;
    private IReadOnlyList<MemberInfo>? _members;

    internal DataTypeInfo(
        string name,
        WireNamespace wireNamespace,
        ApiVersion since,
        DataTypeInfo? baseType,
        Func<ElementReader, DataObject> read,
        Func<List<object>, IReadOnlyList<object>> toTypedList,
        Func<IReadOnlyList<MemberInfo>> ownMembers)
    {
        Name = name;
        WireNamespace = wireNamespace;
        Since = since;
        Base = baseType;
        WireName = new(name);
        _read = read;
        _toTypedList = toTypedList;
        _ownMembers = ownMembers;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The XML namespace of the type and of the elements that it declares.</summary>
    public string Namespace => WireNamespace.Uri;

    /// <summary>The version that brought the type.</summary>
    public ApiVersion Since { get; }

    /// <summary>The type that this one extends; null for those that extend <c>DynamicData</c> or nothing.</summary>
    public DataTypeInfo? Base { get; }

    /// <summary>Whether the type is a fault.</summary>
    public bool IsFault { get; internal init; }

    /// <summary>Whether other types extend this one, so that a value needs to say which type it has.</summary>
    public bool HasSubtypes { get; internal init; }

    /// <summary>The members that the type adds to its base, in wire order.</summary>
    // They are made when first asked for: serving a call needs none of them.
    public IReadOnlyList<MemberInfo> OwnMembers =>
        _members ?? Interlocked.CompareExchange(ref _members, _ownMembers(), null) ?? _members;

    /// <summary>All members in wire order, those of the base first.</summary>
    public IEnumerable<MemberInfo> AllMembers => Base is null ? OwnMembers : Base.AllMembers.Concat(OwnMembers);

    internal WireNamespace WireNamespace { get; }

    internal WireName WireName { get; }

    /// <summary>Tells whether a value of this type may stand where the other type is declared.</summary>
    public bool IsA(DataTypeInfo other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (type == other)
                return true;
        }
        return false;
    }

    /// <summary>Returns the type itself, or its nearest base that a caller of this version knows.</summary>
    public DataTypeInfo KnownTo(ApiVersion version)
    {
        var type = this;
        while (type.Since > version && type.Base is { } known)
            type = known;
        return type;
    }

    /// <summary>Returns the type's name.</summary>
    public override string ToString() => Name;

    /// <summary>Reads an object of the type.</summary>
    internal DataObject Read(ElementReader reader) => _read(reader);

    /// <summary>Returns a list of the C# type that stands for the type.</summary>
    internal IReadOnlyList<object> ToTypedList(List<object> items) => _toTypedList(items);
}
