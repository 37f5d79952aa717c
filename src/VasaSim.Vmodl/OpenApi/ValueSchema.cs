using System.Text.Json;

namespace VasaSim.Vmodl.OpenApi;

/// <summary>Writes the schema of a value where it is used.</summary>
internal sealed class ValueSchema(Utf8JsonWriter json)
{
    /// <summary>Where a named schema is.</summary>
    public static string PathOf(string name) => "#/components/schemas/" + name;

    /// <summary>Writes an object that refers to a named schema.</summary>
    public void WriteReference(string name)
    {
        json.WriteStartObject();
        json.WriteString("$ref", PathOf(name));
        json.WriteEndObject();
    }

    /// <summary>Writes the content of the schema object of a type.</summary>
    public void WriteContent(TypeRef type, bool isArgument)
    {
        if (!type.IsArray)
        {
            WriteItem(type, isArgument);
            return;
        }
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        WriteItem(type, isArgument);
        json.WriteEndObject();
    }

    private void WriteItem(TypeRef type, bool isArgument)
    {
        switch (type.Kind)
        {
            case TypeKind.String:
                json.WriteString("type", "string");
                break;
            case TypeKind.Boolean:
                json.WriteString("type", "boolean");
                break;
            case TypeKind.Int:
                WriteInteger("int32", int.MinValue, int.MaxValue);
                break;
            case TypeKind.Long:
                WriteInteger("int64", long.MinValue, long.MaxValue);
                break;
            case TypeKind.Double:
                WriteDouble();
                break;
            case TypeKind.DateTime:
                json.WriteString("type", "string");
                json.WriteString("format", "date-time");
                break;
            case TypeKind.ManagedObjectReference when isArgument:
                WriteLooseReference();
                break;
            case TypeKind.ManagedObjectReference:
                json.WriteString("$ref", PathOf(SchemaNames.Reference));
                break;
            case TypeKind.Data:
                json.WriteString("$ref", PathOf(isArgument ? SchemaNames.OfArgument(type.DataType!) : SchemaNames.OfReply(type.DataType!)));
                break;
            case TypeKind.Enum:
                json.WriteString("$ref", PathOf(type.Enum!.Name));
                break;
            case TypeKind.AnyType when isArgument:
                // Simple values may stand without their boxes.
                json.WriteStartArray("anyOf");
                WriteReference(SchemaNames.Any);
                json.WriteStartObject();
                json.WriteStartArray("type");
                foreach (var simple in new[] { "string", "number", "boolean" })
                    json.WriteStringValue(simple);
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case TypeKind.AnyType:
                json.WriteString("$ref", PathOf(SchemaNames.Any));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null);
        }
    }

    private void WriteInteger(string format, long minimum, long maximum)
    {
        json.WriteString("type", "integer");
        json.WriteString("format", format);
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
    }

    // JSON has no numbers for these three.
    private void WriteDouble()
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "number");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteStartArray("enum");
        foreach (var special in new[] { "NaN", "INF", "-INF" })
            json.WriteStringValue(special);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteLooseReference()
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var name in new[] { "type", "value" })
        {
            json.WriteStartObject(name);
            json.WriteString("type", "string");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue("type");
        json.WriteStringValue("value");
        json.WriteEndArray();
    }
}
