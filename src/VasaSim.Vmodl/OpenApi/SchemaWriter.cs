using System.Text.Json;

namespace VasaSim.Vmodl.OpenApi;

/// <summary>Writes the schemas of all types that a release knows.</summary>
internal sealed class SchemaWriter
{
    private static readonly (TypeRef Type, string Name)[] Simple =
    [
        (TypeRef.String, "string"), (TypeRef.Boolean, "boolean"), (TypeRef.Int, "int"), (TypeRef.Long, "long"),
        (TypeRef.Double, "double"), (TypeRef.DateTime, "dateTime"),
    ];

    private readonly Utf8JsonWriter _json;
    private readonly ApiVersion _release;
    private readonly ValueSchema _values;
    private readonly DataTypeInfo[] _types;
    private readonly EnumInfo[] _enums;

    public SchemaWriter(Utf8JsonWriter json, ApiVersion release)
    {
        _json = json;
        _release = release;
        _values = new(json);
        _types = [.. Contracts.Vim.DataTypes.Concat(Contracts.Sms.DataTypes)
            .Where(type => type.Since <= release && !SchemaNames.IsLocalized(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];
        _enums = [.. Contracts.Vim.Enums.Concat(Contracts.Sms.Enums)
            .Where(type => type.Since <= release)
            .OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    public void WriteAll()
    {
        _json.WriteStartObject("schemas");
        foreach (var type in _types)
        {
            WriteReply(type);
            WriteArgument(type);
            if (type.HasSubtypes)
            {
                WriteReplySubtypes(type);
                WriteArgumentSubtypes(type);
            }
        }
        foreach (var type in _enums)
            WriteEnum(type);
        WriteReference();
        WriteBoxes();
        _json.WriteEndObject();
    }

    // What is sent is closed: a member that is not described is a mistake of the server.
    private void WriteReply(DataTypeInfo type)
    {
        _json.WriteStartObject(type.Name);
        _json.WriteString("type", "object");
        WriteMembers(type, isArgument: false);
        _json.WriteStartArray("required");
        _json.WriteStringValue("_typeName");
        foreach (var member in Known(type).Where(member => !member.Optional))
            _json.WriteStringValue(member.Name);
        _json.WriteEndArray();
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteEndObject();
    }

    // What clients add is tolerated.
    private void WriteArgument(DataTypeInfo type)
    {
        _json.WriteStartObject(type.Name + ".Argument");
        _json.WriteString("type", "object");
        WriteMembers(type, isArgument: true);
        var required = Known(type).Where(member => !member.Optional).ToList();
        if (required.Count > 0)
        {
            _json.WriteStartArray("required");
            foreach (var member in required)
                _json.WriteStringValue(member.Name);
            _json.WriteEndArray();
        }
        _json.WriteEndObject();
    }

    private void WriteMembers(DataTypeInfo type, bool isArgument)
    {
        _json.WriteStartObject("properties");
        _json.WriteStartObject("_typeName");
        _json.WriteString("const", type.Name);
        _json.WriteEndObject();
        foreach (var member in Known(type))
        {
            _json.WriteStartObject(member.Name);
            _values.WriteContent(member.Type, isArgument);
            _json.WriteEndObject();
        }
        if (type.IsFault)
        {
            // Only the fault of a call has it, for clients that look nowhere else for a text.
            _json.WriteStartObject("faultstring");
            _json.WriteString("type", "string");
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
    }

    private void WriteReplySubtypes(DataTypeInfo type)
    {
        _json.WriteStartObject(type.Name + ".Any");
        _json.WriteStartArray("oneOf");
        foreach (var subtype in Subtypes(type))
            _values.WriteReference(subtype.Name);
        _json.WriteEndArray();
        _json.WriteStartObject("discriminator");
        _json.WriteString("propertyName", "_typeName");
        _json.WriteStartObject("mapping");
        foreach (var subtype in Subtypes(type))
            _json.WriteString(subtype.Name, ValueSchema.PathOf(subtype.Name));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // Without a type it is the declared one.
    private void WriteArgumentSubtypes(DataTypeInfo type)
    {
        _json.WriteStartObject(type.Name + ".Argument.Any");
        _json.WriteStartArray("anyOf");
        foreach (var subtype in Subtypes(type))
        {
            if (subtype == type)
            {
                _values.WriteReference(type.Name + ".Argument");
                continue;
            }
            _json.WriteStartObject();
            _json.WriteString("$ref", ValueSchema.PathOf(subtype.Name + ".Argument"));
            _json.WriteStartArray("required");
            _json.WriteStringValue("_typeName");
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteEnum(EnumInfo type)
    {
        _json.WriteStartObject(type.Name);
        _json.WriteString("type", "string");
        _json.WriteStartArray("enum");
        foreach (var value in type.Values)
            _json.WriteStringValue(value);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteReference()
    {
        _json.WriteStartObject(SchemaNames.Reference);
        _json.WriteString("type", "object");
        _json.WriteStartObject("properties");
        _json.WriteStartObject("_typeName");
        _json.WriteString("const", SchemaNames.Reference);
        _json.WriteEndObject();
        foreach (var name in new[] { "type", "value" })
        {
            _json.WriteStartObject(name);
            _json.WriteString("type", "string");
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
        _json.WriteStartArray("required");
        foreach (var name in new[] { "_typeName", "type", "value" })
            _json.WriteStringValue(name);
        _json.WriteEndArray();
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteEndObject();
    }

    // Data objects and references stand as they are where anything may; all else is in a box that names its type.
    private void WriteBoxes()
    {
        List<(string Name, TypeRef Value)> boxes = [];
        foreach (var (type, name) in Simple)
            boxes.Add((name, type));
        foreach (var type in _enums)
            boxes.Add((type.Name, TypeRef.To(type)));
        IEnumerable<TypeRef> elements =
        [
            .. Simple.Select(simple => simple.Type), TypeRef.AnyType, TypeRef.ManagedObjectReference,
            .. _enums.Select(TypeRef.To), .. _types.Select(TypeRef.To),
        ];
        foreach (var element in elements)
            boxes.Add((BoxedArrayNames.Of(element).ToText().TypeName, element.ToArray()));

        foreach (var (name, value) in boxes)
            WriteBox(name, value);
        _json.WriteStartObject(SchemaNames.Any);
        _json.WriteStartArray("oneOf");
        foreach (var (name, _) in boxes)
            _values.WriteReference(BoxOf(name));
        _values.WriteReference(SchemaNames.Reference);
        foreach (var type in _types)
            _values.WriteReference(type.Name);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteBox(string name, TypeRef value)
    {
        _json.WriteStartObject(BoxOf(name));
        _json.WriteString("type", "object");
        _json.WriteStartObject("properties");
        _json.WriteStartObject("_typeName");
        _json.WriteString("const", name);
        _json.WriteEndObject();
        _json.WriteStartObject("_value");
        _values.WriteContent(value, isArgument: false);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("required");
        _json.WriteStringValue("_typeName");
        _json.WriteStringValue("_value");
        _json.WriteEndArray();
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteEndObject();
    }

    private static string BoxOf(string name) => name + ".Box";

    private IEnumerable<MemberInfo> Known(DataTypeInfo type) => type.AllMembers.Where(member => member.Since <= _release);

    private IEnumerable<DataTypeInfo> Subtypes(DataTypeInfo type) => _types.Where(candidate => candidate.IsA(type));
}
