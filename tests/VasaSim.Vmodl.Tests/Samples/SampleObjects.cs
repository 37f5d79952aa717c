using System.Collections;
using System.Reflection;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Samples;

/// <summary>Makes an object of any type of the contract, with all members set or only those that must be.</summary>
internal sealed class SampleObjects(bool full)
{
    // Faults have causes that are faults: somewhere it has to end.
    private const int FullDepth = 4;

    private static readonly Assembly Contract = typeof(DataObject).Assembly;

    private int _count;

    public static Type ClrType(DataTypeInfo type) =>
        Contract.GetType($"{CodeNamespace(type.Namespace)}.{ClrName(type)}", throwOnError: true)!;

    public static IEnumerable<DataTypeInfo> Subtypes(DataTypeInfo type) =>
        Contracts.Sms.DataTypes.Concat(Contracts.Vim.DataTypes).Where(candidate => candidate.IsA(type));

    public Request Request(OperationInfo operation) => (Request)Object(operation.RequestType, 0);

    public object? Result(OperationInfo operation)
    {
        if (operation.Returns is not { } type || (operation.ReturnsOptional && !full))
            return null;
        return Value(type, 0);
    }

    public DataObject Object(DataTypeInfo type, int depth)
    {
        var clr = ClrType(type);
        var result = (DataObject)Activator.CreateInstance(clr)!;
        foreach (var member in type.AllMembers)
        {
            if (member.Optional && (!full || depth >= FullDepth))
                continue;
            clr.GetProperty(ClrName(member))!.SetValue(result, Value(member.Type, depth + 1));
        }
        return result;
    }

    public static string ClrName(MemberInfo member) => char.ToUpperInvariant(member.Name[0]) + member.Name[1..];

    private object Value(TypeRef type, int depth)
    {
        if (!type.IsArray)
            return Item(type, depth);

        var clr = type.Kind switch
        {
            TypeKind.String => typeof(string),
            TypeKind.ManagedObjectReference => typeof(ManagedObjectReference),
            TypeKind.AnyType => typeof(object),
            _ => ClrType(type.DataType!),
        };
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(clr))!;
        // One of each type that may stand there, and two so that the order counts.
        if (type.Kind == TypeKind.Data && depth < FullDepth)
        {
            foreach (var subtype in Subtypes(type.DataType!))
                list.Add(Object(subtype, depth));
        }
        else
        {
            list.Add(Item(type, depth));
        }
        list.Add(Item(type, depth));
        return list;
    }

    private object Item(TypeRef type, int depth) => type.Kind switch
    {
        TypeKind.String => $"text {++_count} <&> \"ü\" \U0001F680",
        TypeKind.Boolean => ++_count % 2 == 0,
        TypeKind.Int => -++_count,
        TypeKind.Long => 5_000_000_000L + ++_count,
        TypeKind.Double => 0.1 * ++_count,
        TypeKind.DateTime => new DateTimeOffset(2026, 1, 2, 3, 4, 5, ++_count % 1000, TimeSpan.Zero),
        TypeKind.ManagedObjectReference => new ManagedObjectReference(type.RefersTo ?? "Folder", $"object-{++_count}"),
        TypeKind.Data => Object(depth < FullDepth ? Subtypes(type.DataType!).Last() : type.DataType!, depth),
        TypeKind.Enum => type.Enum!.Parse(type.Enum.Values[++_count % type.Enum.Values.Count])!,
        _ => AnyValue(depth),
    };

    private object AnyValue(int depth) => (++_count % 8) switch
    {
        0 => "any text",
        1 => true,
        2 => 42,
        3 => 43L,
        4 => 4.5,
        5 => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        6 => new ManagedObjectReference("VasaProvider", "provider-1"),
        _ => VmodlArray.Of<LocalizableMessage>([(LocalizableMessage)Object(LocalizableMessage.Metadata, depth + 2)]),
    };

    private static string CodeNamespace(string wireNamespace) =>
        wireNamespace == Contracts.Sms.Namespace ? "VasaSim.Vmodl.Sms" : "VasaSim.Vmodl.Vim";

    // The description of a method's arguments is called XxxRequestType on the wire, its class XxxRequest.
    private static string ClrName(DataTypeInfo type) =>
        type.Name.EndsWith("RequestType", StringComparison.Ordinal) ? type.Name[..^"Type".Length] : type.Name;
}
