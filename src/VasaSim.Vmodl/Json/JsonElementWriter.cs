using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>
/// Writes the values of the contract as members of a JSON object, or without a name as items of an array; a value that
/// is not set is left out.
/// </summary>
internal sealed class JsonElementWriter(IBufferWriter<byte> output, ApiVersion version) : IDisposable
{
    // What browsers need escaped is not: nobody puts these replies into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(output, Options);

    /// <summary>Tells whether the caller's version knows what came with this one.</summary>
    public bool Includes(ApiVersion since) => since <= version;

    /// <summary>Hands what was written to the output.</summary>
    public void Dispose() => _json.Dispose();

    public void OpenList(ReadOnlySpan<byte> name)
    {
        Name(name);
        _json.WriteStartArray();
    }

    public void CloseList() => _json.WriteEndArray();

    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        Name(name);
        _json.WriteStringValue(value);
    }

    public void Boolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is null)
            return;
        Name(name);
        _json.WriteBooleanValue(value.Value);
    }

    public void Int(ReadOnlySpan<byte> name, int? value) => Long(name, value);

    public void Long(ReadOnlySpan<byte> name, long? value)
    {
        if (value is null)
            return;
        Name(name);
        _json.WriteNumberValue(value.Value);
    }

    public void Double(ReadOnlySpan<byte> name, double? value)
    {
        if (value is null)
            return;
        Name(name);
        // JSON has no numbers for these: they are spelt as in SOAP.
        if (double.IsNaN(value.Value))
            _json.WriteStringValue("NaN"u8);
        else if (double.IsInfinity(value.Value))
            _json.WriteStringValue(value > 0 ? "INF"u8 : "-INF"u8);
        else
            _json.WriteNumberValue(value.Value);
    }

    public void DateTime(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is null)
            return;
        Name(name);
        Span<byte> text = stackalloc byte[WireDate.MaxLength];
        _json.WriteStringValue(text[..WireDate.Format(value.Value, text)]);
    }

    public void Reference(ReadOnlySpan<byte> name, ManagedObjectReference? value)
    {
        if (value is null)
            return;
        OpenObject(name, "ManagedObjectReference"u8);
        _json.WriteString("type"u8, value.Type);
        _json.WriteString("value"u8, value.Value);
        _json.WriteEndObject();
    }

    /// <summary>Writes an object; a fault that is part of other data as the fault alone, its message among its members.</summary>
    public void Object(ReadOnlySpan<byte> name, DataObject? value)
    {
        switch (value)
        {
            case null:
                break;
            case LocalizedMethodFault localized:
                OpenFault(name, localized.Fault, localized.LocalizedMessage);
                _json.WriteEndObject();
                break;
            default:
                OpenObject(name, value.TypeInfo.KnownTo(version).WireName.Bytes);
                value.WriteMembers(this);
                _json.WriteEndObject();
                break;
        }
    }

    /// <summary>Writes the fault that a call ends with, and its message also where Go clients look for it.</summary>
    public void CallFault(MethodFault fault, string message)
    {
        OpenFault(default, fault, message);
        _json.WriteString("faultstring"u8, message);
        _json.WriteEndObject();
    }

    public void Any(ReadOnlySpan<byte> name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case var _ when !AnyValue.IsKnownTo(value, version):
                break;
            case DataObject data:
                Object(name, data);
                break;
            case ManagedObjectReference reference:
                Reference(name, reference);
                break;
            case VmodlArray array:
                OpenObject(name, [.. "ArrayOf"u8, .. BoxedArrayNames.Of(array.ElementType).TypeSuffix]);
                List("_value"u8, array.ElementType, array.Items);
                _json.WriteEndObject();
                break;
            default:
                Boxed(name, value);
                break;
        }
    }

    /// <summary>Writes a value as its type says, a list as an array.</summary>
    /// <exception cref="ArgumentException">The value is not of the C# type that stands for the type.</exception>
    public void Value(ReadOnlySpan<byte> name, TypeRef type, object? value)
    {
        switch (type.IsArray, value)
        {
            case (false, _):
                Item(name, type, value);
                break;
            case (true, null):
                break;
            case (true, IReadOnlyList<object> items):
                List(name, type, items);
                break;
            default:
                throw type.Mismatch(value);
        }
    }

    private void List(ReadOnlySpan<byte> name, TypeRef type, IReadOnlyList<object> items)
    {
        OpenList(name);
        for (var i = 0; i < items.Count; i++)
            Item(default, type, items[i]);
        CloseList();
    }

    private void Item(ReadOnlySpan<byte> name, TypeRef type, object? value)
    {
        if (value is null)
            return;
        if (!type.Holds(value))
            throw type.Mismatch(value);
        switch (value)
        {
            case var _ when type.Kind == TypeKind.AnyType:
                Any(name, value);
                break;
            case string text:
                String(name, text);
                break;
            case bool boolean:
                Boolean(name, boolean);
                break;
            case int number:
                Int(name, number);
                break;
            case long number:
                Long(name, number);
                break;
            case double number:
                Double(name, number);
                break;
            case DateTimeOffset date:
                DateTime(name, date);
                break;
            case ManagedObjectReference reference:
                Reference(name, reference);
                break;
            case DataObject data:
                Object(name, data);
                break;
            default:
                ContractModel.DescribeEnum(value, out var enumText);
                String(name, enumText);
                break;
        }
    }

    private void Boxed(ReadOnlySpan<byte> name, object value)
    {
        var type = value switch
        {
            string => TypeRef.String,
            bool => TypeRef.Boolean,
            int => TypeRef.Int,
            long => TypeRef.Long,
            double => TypeRef.Double,
            DateTimeOffset => TypeRef.DateTime,
            _ when ContractModel.DescribeEnum(value, out _) is { } enumeration => TypeRef.To(enumeration),
            _ => throw TypeRef.AnyType.Mismatch(value),
        };
        OpenObject(name, Encoding.UTF8.GetBytes(type.Name));
        Item("_value"u8, type, value);
        _json.WriteEndObject();
    }

    private void OpenFault(ReadOnlySpan<byte> name, MethodFault fault, string? message)
    {
        var known = fault.TypeInfo.KnownTo(version);
        OpenObject(name, known.WireName.Bytes);
        if (message is not null && fault.FaultMessage is null or [])
        {
            OpenList("faultMessage"u8);
            OpenObject(default, "LocalizableMessage"u8);
            _json.WriteString("key"u8, $"{known.WireNamespace.Prefix}.fault.{known.Name}.summary");
            _json.WriteString("message"u8, message);
            _json.WriteEndObject();
            CloseList();
        }
        fault.WriteMembers(this);
    }

    // The type comes first in every object, where readers that do not look ahead need it.
    private void OpenObject(ReadOnlySpan<byte> name, ReadOnlySpan<byte> typeName)
    {
        Name(name);
        _json.WriteStartObject();
        _json.WriteString("_typeName"u8, typeName);
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        if (!name.IsEmpty)
            _json.WritePropertyName(name);
    }
}
