using System.Text.Json;

namespace VasaSim.Vmodl.OpenApi;

/// <summary>Writes the paths: one for each method and each property of each managed object type.</summary>
internal sealed class PathWriter(Utf8JsonWriter json, ApiVersion release)
{
    private readonly ValueSchema _values = new(json);

    public void WriteAll()
    {
        json.WriteStartObject("paths");
        foreach (var service in new[] { Contracts.Sms, Contracts.Vim })
        {
            foreach (var type in service.ManagedObjects.Where(type => type.Since <= release).OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                var prefix = service == Contracts.Sms ? "/sms/" : "/";
                foreach (var property in Inherited(type, t => t.Properties).Where(property => property.Since <= release))
                    WriteProperty($"{prefix}{type.Name}/{{moId}}/{property.Name}", type, property);
                foreach (var operation in Inherited(type, t => t.Operations).Where(o => o.Since <= release && !o.Undocumented))
                    WriteMethod($"{prefix}{type.Name}/{{moId}}/{operation.Name}", type, operation);
            }
        }
        HelloPath.Write(json);
        json.WriteEndObject();
    }

    private static IEnumerable<T> Inherited<T>(ManagedObjectInfo type, Func<ManagedObjectInfo, IEnumerable<T>> own) =>
        type.Base is null ? own(type) : Inherited(type.Base, own).Concat(own(type));

    private void WriteProperty(string path, ManagedObjectInfo owner, MemberInfo property)
    {
        Open(path, "get", owner, property.Name, property.Privilege);
        WriteResponses(property.Type, mayBeUnset: property.Optional || !property.IsArray, []);
        Close();
    }

    private void WriteMethod(string path, ManagedObjectInfo owner, OperationInfo operation)
    {
        Open(path, "post", owner, operation.Name, operation.Privilege);
        if (operation.Parameters.Any(parameter => parameter.Since <= release))
            WriteBody(operation);
        WriteResponses(operation.Returns, operation.ReturnsOptional, operation.Faults.Where(fault => fault.Since <= release));
        Close();
    }

    private void Open(string path, string verb, ManagedObjectInfo owner, string name, string? privilege)
    {
        json.WriteStartObject(path);
        json.WriteStartObject(verb);
        json.WriteString("operationId", $"{owner.Name}.{name}");
        json.WriteStartArray("tags");
        json.WriteStringValue(owner.Name);
        json.WriteEndArray();
        if (privilege is null or Privileges.SystemAnonymous)
        {
            json.WriteStartArray("security");
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("description", $"Needs the privilege {privilege}.");
        }
        json.WriteStartArray("parameters");
        json.WriteStartObject();
        json.WriteString("name", "moId");
        json.WriteString("in", "path");
        json.WriteBoolean("required", true);
        json.WriteString("description", $"The id of the object, of type {owner.Name} or one that extends it.");
        json.WriteStartObject("schema");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Close()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteBody(OperationInfo operation)
    {
        var parameters = operation.Parameters.Where(parameter => parameter.Since <= release).ToList();
        var required = parameters.Where(parameter => !parameter.Optional).ToList();
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", required.Count > 0);
        OpenContent();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var parameter in parameters)
        {
            json.WriteStartObject(parameter.Name);
            _values.WriteContent(parameter.Type, isArgument: true);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            foreach (var parameter in required)
                json.WriteStringValue(parameter.Name);
            json.WriteEndArray();
        }
        CloseContent();
        json.WriteEndObject();
    }

    private void WriteResponses(TypeRef? result, bool mayBeUnset, IEnumerable<DataTypeInfo> faults)
    {
        json.WriteStartObject("responses");
        if (result is not null)
        {
            json.WriteStartObject("200");
            json.WriteString("description", "The result.");
            OpenContent();
            _values.WriteContent(result, isArgument: false);
            CloseContent();
            json.WriteEndObject();
        }
        // A list without items is there all the same.
        if (result is null || (mayBeUnset && !result.IsArray))
        {
            json.WriteStartObject("204");
            json.WriteString("description", result is null ? "Done." : "The result is unset.");
            json.WriteEndObject();
        }
        WriteFault("404", "The release is not served: a NotFound that names those that are.");
        var declared = string.Join(", ", faults.Select(fault => fault.Name));
        WriteFault("500", declared.Length == 0 ? "A fault." : $"A fault; declared are {declared}.");
        json.WriteEndObject();
    }

    private void WriteFault(string status, string description)
    {
        json.WriteStartObject(status);
        json.WriteString("description", description);
        OpenContent();
        json.WriteStartArray("allOf");
        _values.WriteReference(SchemaNames.Fault + ".Any");
        json.WriteStartObject();
        json.WriteStartArray("required");
        json.WriteStringValue("faultstring");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        CloseContent();
        json.WriteEndObject();
    }

    private void OpenContent()
    {
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
    }

    private void CloseContent()
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
