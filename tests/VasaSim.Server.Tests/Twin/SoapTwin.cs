using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>
/// SOAP, with replies read by the contract's descriptions alone and written down as VI JSON would say them. It shares
/// no code with the codecs that it compares, and takes nothing that is newer than the version it asks in.
/// </summary>
public sealed class SoapTwin(HttpClient http, string session, string version = "8.0.3.0") : ITwinProtocol
{
    private static readonly XNamespace _instance = "http://www.w3.org/2001/XMLSchema-instance";
    private readonly SoapClient _client = new(http) { Session = session, Version = ApiVersion.Parse(version) };

    public async Task<JsonNode?> AskAsync(ManagedObjectReference target, Request request)
    {
        using HttpResponseMessage response = await _client.SendAsync(target, request);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        XElement body = XDocument.Parse(text).Root!.Elements().Single(e => e.Name.LocalName == "Body");
        XElement answer = body.Elements().Single();
        if (answer.Name.LocalName == "Fault")
        {
            Assert.Equal(500, (int)response.StatusCode);
            return TwinAnswer.Fault(Fault(answer.Element("detail")!.Elements().Single(), answer.Element("faultstring")!.Value));
        }

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(request.Operation.Name + "Response", answer.Name.LocalName);
        return request.Operation.Returns is { } type ? Value([.. answer.Elements()], type) : null;
    }

    private JsonNode? Value(IReadOnlyList<XElement> elements, TypeRef type)
    {
        if (elements.Count == 0)
        {
            return null;
        }

        return type.IsArray
            ? new JsonArray([.. elements.Select(e => Item(e, type.ToElement()))])
            : Item(Assert.Single(elements), type);
    }

    private JsonNode Item(XElement element, TypeRef type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Enum or TypeKind.DateTime => JsonValue.Create(element.Value),
        TypeKind.Boolean => JsonValue.Create(element.Value == "true"),
        TypeKind.Int or TypeKind.Long => JsonValue.Create(long.Parse(element.Value, CultureInfo.InvariantCulture)),
        TypeKind.ManagedObjectReference => Reference(element),
        TypeKind.AnyType => Any(element),
        TypeKind.Data => Object(element, type.DataType!),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static JsonObject Reference(XElement element) => new()
    {
        ["_typeName"] = "ManagedObjectReference",
        ["type"] = element.Attribute("type")!.Value,
        ["value"] = element.Value,
    };

    private JsonNode Any(XElement element)
    {
        string name = TypeName(element)!;
        if (name.StartsWith("ArrayOf", StringComparison.Ordinal))
        {
            TypeRef item = TypeNamed(name["ArrayOf".Length..]);
            return Boxed(name, new JsonArray([.. element.Elements().Select(e => Item(e, item))]));
        }

        TypeRef type = TypeNamed(name);
        return type.Kind is TypeKind.Data or TypeKind.ManagedObjectReference ? Item(element, type) : Boxed(name, Item(element, type));
    }

    private static JsonObject Boxed(string name, JsonNode value) => new() { ["_typeName"] = name, ["_value"] = value };

    private static TypeRef TypeNamed(string name) => name switch
    {
        "string" or "String" => TypeRef.String,
        "boolean" or "Boolean" => TypeRef.Boolean,
        "int" or "Int" => TypeRef.Int,
        "long" or "Long" => TypeRef.Long,
        "dateTime" or "DateTime" => TypeRef.DateTime,
        "ManagedObjectReference" => TypeRef.ManagedObjectReference,
        _ when Contracts.FindDataType(name) is { } type => TypeRef.To(type),
        _ => TypeRef.To(Contracts.FindEnum(name)!),
    };

    private JsonObject Object(XElement element, DataTypeInfo declared)
    {
        if (declared.Name == "LocalizedMethodFault")
        {
            return Fault(Child(element, "fault"), Child(element, "localizedMessage").Value);
        }

        DataTypeInfo type = TypeName(element) is { } name ? Contracts.FindDataType(name)! : declared;
        Assert.True(type.IsA(declared), $"{type} stands where {declared} was declared.");
        Assert.True(type.Since <= _client.Version, $"{type} came with {type.Since}.");
        JsonObject result = new() { ["_typeName"] = type.Name };
        HashSet<string> known = [];
        foreach (MemberInfo member in type.AllMembers)
        {
            known.Add(member.Name);
            XElement[] children = [.. element.Elements().Where(e => e.Name.LocalName == member.Name)];
            if (Value(children, member.Type) is { } value)
            {
                Assert.True(member.Since <= _client.Version, $"{type}.{member.Name} came with {member.Since}.");
                result[member.Name] = value;
            }
        }

        Assert.All(element.Elements(), e => Assert.Contains(e.Name.LocalName, known));
        return result;
    }

    private JsonObject Fault(XElement element, string message)
    {
        JsonObject fault = Object(element, Contracts.FindDataType("MethodFault")!);
        fault.Insert(1, TwinAnswer.Message, message);
        return fault;
    }

    private static XElement Child(XElement element, string name) => element.Elements().Single(e => e.Name.LocalName == name);

    private static string? TypeName(XElement element) => element.Attribute(_instance + "type")?.Value.Split(':')[^1];
}
