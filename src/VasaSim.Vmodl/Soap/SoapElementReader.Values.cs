using System.Text;
using System.Xml;
using VasaSim.Vmodl.Reading;

namespace VasaSim.Vmodl.Soap;

/// <summary>The text of an element, or its children, read as one value.</summary>
internal sealed partial class SoapElementReader
{
    public override string? String(string name, int index = -1) => IsNil() ? SkipNil<string>() : Text(name, index);

    public override bool? Boolean(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryBoolean(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override int? Int(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryInt(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override long? Long(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryLong(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override double? Double(string name, int index = -1)
    {
        if (String(name, index) is not { } text)
            return null;
        if (XmlValues.TryDouble(text, out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override ManagedObjectReference? Reference(string name, int index = -1)
    {
        if (IsNil())
            return SkipNil<ManagedObjectReference>();
        var type = _xml.HasAttributes ? _xml.GetAttribute("type") : null;
        return Text(name, index) is { } value ? new(type ?? "", value.Trim()) : null;
    }

    public override object? Any(string name, int index = -1)
    {
        if (IsNil())
            return SkipNil<object>();
        // Without a type there is only the text to go by.
        return TypeAttribute() is { } typeName ? Named(name, index, typeName) : Text(name, index);
    }

    protected override DataObject? Object(string name, DataTypeInfo declared, int index) =>
        IsNil() ? SkipNil<DataObject>() : ReadAs(name, index, declared, TypeAttribute());

    protected override List<object> BoxedItems(TypeRef element)
    {
        List<object> items = [];
        var hasChildren = Enter();
        while (Next(hasChildren))
        {
            if (Item(Name, element, items.Count) is { } item)
                items.Add(item);
        }
        return items;
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

    // Clients bind any prefix they like, or none: only the name itself tells.
    private string? TypeAttribute()
    {
        if (!_xml.HasAttributes || _xml.GetAttribute("type", InstanceNamespace) is not { } qualifiedName)
            return null;
        return qualifiedName[(qualifiedName.IndexOf(':') + 1)..].Trim();
    }
}
