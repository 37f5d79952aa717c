using System.Text;
using System.Xml;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Each method reads the current element as one value, or returns null after recording why it cannot. The name is the
/// declared one, for the path of a problem; the index is that of a list's item, or -1.
/// </summary>
internal sealed partial class SoapElementReader
{
    public string? String(string name, int index = -1) => IsNil() ? SkipNil<string>() : Text(name, index);

    public bool? Boolean(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryBoolean(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public int? Int(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryInt(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public long? Long(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryLong(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public double? Double(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryDouble(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public DateTimeOffset? DateTime(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryDateTime(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public ManagedObjectReference? Reference(string name, int index = -1)
    {
        if (IsNil())
            return SkipNil<ManagedObjectReference>();
        var type = _xml.HasAttributes ? _xml.GetAttribute("type") : null;
        return Text(name, index) is { } value ? new(type ?? "", value.Trim()) : null;
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

    public object? Any(string name, int index = -1)
    {
        if (IsNil())
            return SkipNil<object>();
        // Without a type there is only the text to go by.
        if (TypeAttribute() is not { } typeName)
            return Text(name, index);

        var local = LocalPart(typeName);
        switch (local)
        {
            case "string" or "anyURI":
                return Text(name, index);
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

        if (Contracts.FindDataType(local) is { } data)
            return ReadAs(name, index, data);
        if (Contracts.FindEnum(local) is { } enumeration)
            return Enum(name, enumeration, index);
        if (BoxedArrayNames.FindElement(local) is { } element)
            return BoxedArray(name, index, element);
        UnsuitableType(name, index, typeName);
        Skip();
        return null;
    }

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

    private DataObject? Object(string name, DataTypeInfo declared, int index)
    {
        if (IsNil())
            return SkipNil<DataObject>();
        var actual = declared;
        if (TypeAttribute() is { } typeName)
        {
            if (Contracts.FindDataType(LocalPart(typeName)) is not { } named || !named.IsA(declared))
            {
                UnsuitableType(name, index, typeName);
                Skip();
                return null;
            }
            actual = named;
        }
        return ReadAs(name, index, actual);
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
        List<object> items = [];
        Push(name, index);
        var hasChildren = Enter();
        while (Next(hasChildren))
        {
            if (Item(Name, element, items.Count) is { } item)
                items.Add(item);
        }
        Pop();
        return new(element, ToTypedList(element, items));
    }

    // The element's text; null after recording a problem if it has children.
    private string? Text(string name, int index)
    {
        if (_xml.IsEmptyElement)
            return "";
        // Mostly there is one piece of text; an entity or a CDATA section starts another.
        var text = "";
        StringBuilder? pieces = null;
        var readable = true;
        while (Move())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (text.Length == 0)
                        text = _xml.Value;
                    else
                        (pieces ??= new StringBuilder(text)).Append(_xml.Value);
                    break;
                case XmlNodeType.Element:
                    Skip();
                    readable = false;
                    break;
                case XmlNodeType.EndElement when readable:
                    return pieces?.ToString() ?? text;
                case XmlNodeType.EndElement:
                    Unreadable(name, index);
                    return null;
            }
        }
        return null;
    }

    private bool IsNil() =>
        _xml.HasAttributes && _xml.GetAttribute("nil", InstanceNamespace) is { } nil && nil.Trim() is "true" or "1";

    private T? SkipNil<T>()
        where T : class
    {
        Skip();
        return null;
    }

    private string? TypeAttribute() =>
        _xml.HasAttributes ? _xml.GetAttribute("type", InstanceNamespace) : null;

    // Clients bind any prefix they like, or none: only the name itself tells.
    private static ReadOnlySpan<char> LocalPart(string qualifiedName)
    {
        var name = qualifiedName.AsSpan().Trim();
        return name[(name.IndexOf(':') + 1)..];
    }
}
