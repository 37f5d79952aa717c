using System.Text.Json;
using VasaSim.Vmodl.Reading;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>A JSON value read as what is declared: a value of another kind is not turned into it.</summary>
internal sealed partial class JsonElementReader
{
    private const string TypeMember = "_typeName";
    private const string ValueMember = "_value";

    public override string? String(string name, int index = -1) =>
        Is(JsonValueKind.String, name, index) ? _value.GetString() : null;

    public override bool? Boolean(string name, int index = -1)
    {
        if (_value.ValueKind == JsonValueKind.True && Fits(index))
            return true;
        return Is(JsonValueKind.False, name, index) ? false : null;
    }

    public override int? Int(string name, int index = -1)
    {
        if (!Is(JsonValueKind.Number, name, index))
            return null;
        if (_value.TryGetInt32(out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override long? Long(string name, int index = -1)
    {
        if (!Is(JsonValueKind.Number, name, index))
            return null;
        if (_value.TryGetInt64(out var value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override double? Double(string name, int index = -1)
    {
        // JSON has no numbers for these: they are spelt as in SOAP.
        if (_value.ValueKind == JsonValueKind.String && Fits(index))
        {
            switch (_value.GetString())
            {
                case "NaN":
                    return double.NaN;
                case "INF":
                    return double.PositiveInfinity;
                case "-INF":
                    return double.NegativeInfinity;
            }
        }
        if (!Is(JsonValueKind.Number, name, index))
            return null;
        if (_value.TryGetDouble(out var value) && double.IsFinite(value))
            return value;
        Unreadable(name, index);
        return null;
    }

    public override ManagedObjectReference? Reference(string name, int index = -1)
    {
        if (!Is(JsonValueKind.Object, name, index))
            return null;
        if (Text(_value, "type") is { } type && Text(_value, "value") is { } value)
            return new(type, value);
        Unreadable(name, index);
        return null;
    }

    public override object? Any(string name, int index = -1)
    {
        switch (_value.ValueKind)
        {
            case JsonValueKind.Object when Fits(index) && Text(_value, TypeMember) is { } typeName:
                // Data objects and references stand as they are, all else in a box.
                if (_value.TryGetProperty(ValueMember, out var boxed))
                    _value = boxed;
                return Named(name, index, typeName);
            case JsonValueKind.True or JsonValueKind.False:
                return Boolean(name, index);
            case JsonValueKind.Number when _value.TryGetInt32(out _):
                return Int(name, index);
            case JsonValueKind.Number when _value.TryGetInt64(out _):
                return Long(name, index);
            case JsonValueKind.Number:
                return Double(name, index);
            default:
                return String(name, index);
        }
    }

    protected override DataObject? Object(string name, DataTypeInfo declared, int index)
    {
        if (!Is(JsonValueKind.Object, name, index))
            return null;
        var typeName = Text(_value, TypeMember);
        return declared == LocalizedMethodFault.Metadata && typeName is not null and not nameof(LocalizedMethodFault)
            ? Localized((MethodFault?)ReadAs(name, index, MethodFault.Metadata, typeName))
            : ReadAs(name, index, declared, typeName);
    }

    /// <summary>Reads the items of the current array; none if it is no array.</summary>
    public List<object> Items(string name, TypeRef element)
    {
        List<object> items = [];
        if (_value.ValueKind != JsonValueKind.Array)
            return items;
        foreach (var item in _value.EnumerateArray())
        {
            _value = item;
            _isItem = true;
            if (Item(name, element, items.Count) is { } value)
                items.Add(value);
        }
        return items;
    }

    protected override List<object> BoxedItems(TypeRef element) => Items(BoxedArrayNames.Of(element).ToText().ItemName, element);

    // A fault stands bare where the contract has it with its message; the message is among its own members then.
    private static LocalizedMethodFault? Localized(MethodFault? fault) => fault is null
        ? null
        : new() { Fault = fault, LocalizedMessage = fault.FaultMessage is [var message, ..] ? message.Message : null };

    private static string? Text(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool Is(JsonValueKind kind, string name, int index)
    {
        if (_value.ValueKind == kind && Fits(index))
            return true;
        Unreadable(name, index);
        return false;
    }

    // A list has its items in an array, a single value has none around it.
    private bool Fits(int index) => _isItem == index >= 0;
}
