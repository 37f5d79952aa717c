using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>Ties a description to its C# type, so that lists can be made without reflection.</summary>
internal sealed class DataTypeInfo<T>(
    string name,
    WireNamespace wireNamespace,
    ApiVersion since,
    DataTypeInfo? baseType,
    Func<SoapElementReader, T> read,
    Func<IReadOnlyList<MemberInfo>> ownMembers)
    : DataTypeInfo(name, wireNamespace, since, baseType, ownMembers)
    where T : DataObject
{
    internal override DataObject Read(SoapElementReader reader) => read(reader);

    internal override IReadOnlyList<object> ToTypedList(List<object> items) => items.ConvertAll(item => (T)item);
}
