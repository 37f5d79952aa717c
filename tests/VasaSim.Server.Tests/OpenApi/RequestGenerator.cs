using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Makes requests from the published document: such as it allows, and such as it does not.</summary>
internal static class RequestGenerator
{
    private const int Deepest = 6;

    private static readonly string[] _texts =
    [
        "", "x", "fd-a1", "fd-b1", "rg-01", "rg-01-t", "rg-03-t", "com.sim.array:a1", "a1-l1", "a1-ct0", "naa.624a9370a1000001", "datastore-22",
        "8365ab7f-0000-4000-8000-0000000000b1", "StorageLun", "https://array-f1.sim.local:8084/version.xml", "content", "administrator@sim.local",
        "2025-01-15T12:00:00Z", "[", "ü 🚀 <&>\"'\u0001", new('x', 2000),
    ];

    private static readonly (string Type, string Id)[] _objects =
    [
        ("SmsStorageManager", "storageManager"), ("SmsServiceInstance", "ServiceInstance"), ("SmsSessionManager", "SessionManager"),
        ("SmsTask", "smsTask-1"), ("SmsProvider", "vasaProvider-3"), ("VasaProvider", "vasaProvider-1"), ("VasaProvider", "vasaProvider-3"),
        ("ServiceInstance", "ServiceInstance"), ("SessionManager", "SessionManager"), ("PropertyCollector", "propertyCollector"),
        ("ViewManager", "ViewManager"), ("SearchIndex", "SearchIndex"), ("Folder", "group-d1"), ("Datastore", "datastore-22"),
        ("HostSystem", "host-11"), ("VirtualMachine", "vm-101"),
    ];

    private static readonly byte[][] _bytes = [[0xC3, 0x28], "\0"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), "\\ud800"u8.ToArray()];

    /// <summary>Requests that the document allows.</summary>
    public static Gen<GeneratedRequest> Legal { get; } =
        from operation in Gen.Elements(ReplySchemas.Newest.Operations.Where(o => o.Path != "/api/vcenter/system").ToArray())
        from id in Gen.Frequency((5, Gen.Constant(KnownId(operation.Path))), (1, Gen.Elements("none", "x y", "ü")))
        from body in operation.Operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? Value(schema, 0).Select(value => value!.ToJsonString())
            : Gen.Constant("")
        select new GeneratedRequest(operation.Path, operation.Verb.ToUpperInvariant(), id, Encoding.UTF8.GetBytes(body), "application/json");

    /// <summary>Requests with something wrong in them, often.</summary>
    public static Gen<GeneratedRequest> Mutated { get; } =
        from legal in Legal
        from kind in Gen.Choose(0, 9)
        from place in Gen.Choose(0, int.MaxValue)
        from piece in Gen.Elements(_bytes)
        from other in Gen.Elements<JsonNode?>(null, 7, -1.5, "text", true, new JsonArray(), new JsonObject { ["_typeName"] = "NoSuchType" })
        from verb in Gen.Elements("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
        from type in Gen.Elements("text/xml", "application/x-www-form-urlencoded", "nonsense", "")
        select kind switch
        {
            0 => legal with { Body = legal.Body[..(legal.Body.Length == 0 ? 0 : place % legal.Body.Length)] },
            1 => legal with { Body = Insert(legal.Body, place, piece) },
            2 => legal with { Verb = verb },
            3 => legal with { ContentType = type },
            4 => legal with { Body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":[", 200))) },
            5 => legal with { Path = legal.Path.Replace("sms/", "smss/", StringComparison.Ordinal) + (place % 2 == 0 ? "" : "x") },
            _ => legal with { Body = Replace(legal.Body, place, other) },
        };

    private static string KnownId(string path)
    {
        string type = path.Split('/')[^3];
        return _objects.FirstOrDefault(o => o.Type == type).Id ?? "none";
    }

    private static Gen<JsonNode?> Value(JsonNode schema, int depth)
    {
        JsonObject found = schema.AsObject();
        if (found["$ref"] is { } reference)
        {
            JsonObject target = Resolve((string)reference!);
            // A subtype has to say that it is one.
            return found["required"] is { } required
                ? Object(target, [.. required.AsArray().Select(r => (string)r!)], depth)
                : Value(target, depth);
        }

        if ((found["anyOf"] ?? found["oneOf"]) is JsonArray choices)
        {
            return Gen.Elements(choices.Select(c => c!).ToArray()).SelectMany(choice => Value(choice, depth));
        }

        if (found["const"] is { } constant)
        {
            return Gen.Constant<JsonNode?>(constant.DeepClone());
        }

        if (found["enum"] is JsonArray values)
        {
            return Gen.Elements(values.Select(v => v!).ToArray()).Select(v => (JsonNode?)v.DeepClone());
        }

        string type = found["type"] is JsonArray several ? (string)several[0]! : (string?)found["type"] ?? "object";
        return type switch
        {
            "string" => Gen.Elements(_texts).Select(t => (JsonNode?)t),
            "boolean" => Gen.Elements(true, false).Select(b => (JsonNode?)b),
            "integer" => Gen.Elements(0, 1, -1, 2, 100, int.MaxValue, int.MinValue).Select(n => (JsonNode?)n),
            "number" => Gen.Elements(0, 0.5, -1e9).Select(n => (JsonNode?)n),
            "array" => from count in Gen.Choose(0, depth > Deepest ? 0 : 2)
                       from items in Value(found["items"]!, depth + 1).ListOf(count)
                       select (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]),
            _ when found["properties"]?["type"] is not null && found["properties"]?["value"] is not null =>
                Gen.Elements(_objects).Select(o => (JsonNode?)new JsonObject { ["type"] = o.Type, ["value"] = o.Id }),
            _ => Object(found, [], depth),
        };
    }

    private static Gen<JsonNode?> Object(JsonObject schema, string[] alsoRequired, int depth)
    {
        string[] required = [.. alsoRequired, .. (schema["required"]?.AsArray() ?? []).Select(r => (string)r!)];
        Gen<(string Name, JsonNode? Value, bool Has)>[] members = [.. (schema["properties"]?.AsObject() ?? [])
            .Where(p => required.Contains(p.Key) || depth <= Deepest)
            .Select(p =>
                from has in required.Contains(p.Key) ? Gen.Constant(true) : Gen.Elements(true, false, false)
                from value in has ? Value(p.Value!, depth + 1) : Gen.Constant<JsonNode?>(null)
                select (p.Key, value, has))];
        return Gen.CollectToArray(members).Select(all => (JsonNode?)new JsonObject(
            all.Where(m => m.Has).Select(m => KeyValuePair.Create(m.Name, m.Value?.DeepClone()))));
    }

    private static JsonObject Resolve(string reference) =>
        ReplySchemas.Newest.Document["components"]!["schemas"]![reference["#/components/schemas/".Length..]]!.AsObject();

    private static byte[] Insert(byte[] body, int place, byte[] piece)
    {
        int at = body.Length == 0 ? 0 : place % body.Length;
        return [.. body[..at], .. piece, .. body[at..]];
    }

    // Puts something else at one place of the tree.
    private static byte[] Replace(byte[] body, int place, JsonNode? other)
    {
        if (body.Length == 0)
        {
            return Encoding.UTF8.GetBytes(other?.ToJsonString() ?? "null");
        }

        JsonNode root = JsonNode.Parse(body)!;
        List<Action> changes = [];
        Collect(root, changes, other);
        if (changes.Count > 0)
        {
            changes[place % changes.Count]();
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Collect(JsonNode? node, List<Action> changes, JsonNode? other)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach ((string name, JsonNode? value) in owner.ToArray())
                {
                    changes.Add(() => owner[name] = other?.DeepClone());
                    changes.Add(() => owner.Remove(name));
                    Collect(value, changes, other);
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    int at = i;
                    changes.Add(() => list[at] = other?.DeepClone());
                    Collect(list[i], changes, other);
                }

                break;
        }
    }
}

/// <summary>A request of VI JSON.</summary>
internal sealed record GeneratedRequest(string Path, string Verb, string Id, byte[] Body, string ContentType)
{
    public override string ToString() => $"{Verb} {Path} of {Id}, {ContentType}: {Encoding.UTF8.GetString(Body)}";
}
