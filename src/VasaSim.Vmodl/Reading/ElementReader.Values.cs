namespace VasaSim.Vmodl.Reading;

/// <summary>
/// Each method reads the current child as one value, or returns null after recording why it cannot. The name is the
/// declared one, for the path of a problem; the index is that of a list's item, or -1.
/// </summary>
internal abstract partial class ElementReader
{
    public abstract string? String(string name, int index = -1);

    public abstract bool? Boolean(string name, int index = -1);

    public abstract int? Int(string name, int index = -1);

    public abstract long? Long(string name, int index = -1);

    public abstract double? Double(string name, int index = -1);

    public abstract ManagedObjectReference? Reference(string name, int index = -1);

    public abstract object? Any(string name, int index = -1);

    public DateTimeOffset? DateTime(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (WireDate.TryParse(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public object? Enum(string name, EnumInfo type, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (type.Parse(text.Trim()) is { } value)
            return value;
        Unreadable(name, index);
        return null;
    }

    public T? Object<T>(string name, DataTypeInfo declared, int index = -1)
        where T : DataObject => (T?)Object(name, declared, index);

    /// <summary>Reads one item as its type says.</summary>
    public object? Item(string name, TypeRef type, int index = -1) => type.Kind switch
    {
        TypeKind.String => String(name, index),
        TypeKind.Boolean => Boolean(name, index),
        TypeKind.Int => Int(name, index),
        TypeKind.Long => Long(name, index),
        TypeKind.Double => Double(name, index),
        TypeKind.DateTime => DateTime(name, index),
        TypeKind.ManagedObjectReference => Reference(name, index),
        TypeKind.Data => Object(name, type.DataType!, index),
        TypeKind.Enum => Enum(name, type.Enum!, index),
        _ => Any(name, index),
    };

    /// <summary>Returns a list of the C# type that stands for the type of its items.</summary>
    public static IReadOnlyList<object> ToTypedList(TypeRef element, List<object> items) => element.Kind switch
    {
        TypeKind.String => items.ConvertAll(item => (string)item),
        TypeKind.ManagedObjectReference => items.ConvertAll(item => (ManagedObjectReference)item),
        TypeKind.Data => element.DataType!.ToTypedList(items),
        _ => items,
    };

    protected abstract DataObject? Object(string name, DataTypeInfo declared, int index);

    /// <summary>Reads the items of a list that stands where anything may; none of them null.</summary>
    protected abstract List<object> BoxedItems(TypeRef element);

    /// <summary>Reads the current child as a value of the type that it says it has.</summary>
    protected object? Named(string name, int index, string typeName)
    {
        switch (typeName)
        {
            case "string" or "anyURI":
                return String(name, index);
            case "boolean":
                return Boolean(name, index);
            case "int" or "short" or "byte":
                return Int(name, index);
            case "long":
                return Long(name, index);
            case "double" or "float":
                return Double(name, index);
            case "dateTime":
                return DateTime(name, index);
            // pyVmomi sends the shorter name.
            case "ManagedObjectReference" or "ManagedObject":
                return Reference(name, index);
        }

        if (Contracts.FindDataType(typeName) is { } data)
            return ReadAs(name, index, data);
        if (Contracts.FindEnum(typeName) is { } enumeration)
            return Enum(name, enumeration, index);
        if (BoxedArrayNames.FindElement(typeName) is { } element)
            return BoxedArray(name, index, element);
        UnsuitableType(name, index, typeName);
        Skip();
        return null;
    }

    /// <summary>
    /// Reads the current child as an object of the type that it says it has, or else of the declared one. The type must
    /// fit the declared one.
    /// </summary>
    protected DataObject? ReadAs(string name, int index, DataTypeInfo declared, string? typeName)
    {
        if (typeName is null)
            return ReadAs(name, index, declared);
        if (Contracts.FindDataType(typeName) is { } actual && actual.IsA(declared))
            return ReadAs(name, index, actual);
        UnsuitableType(name, index, typeName);
        Skip();
        return null;
    }

    private DataObject ReadAs(string name, int index, DataTypeInfo type)
    {
        Push(name, index);
        var value = type.Read(this);
        Pop();
        return value;
    }

    private VmodlArray BoxedArray(string name, int index, TypeRef element)
    {
        Push(name, index);
        var items = BoxedItems(element);
        Pop();
        return new(element, ToTypedList(element, items));
    }
}
