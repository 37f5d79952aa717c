using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Makes requests from the published document: such as it allows, and such as it does not.</summary>
internal static class RequestGenerator
{
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

    private static readonly ValueGenerator _values = new(ReplySchemas.Newest.Document, _texts, _objects);

    /// <summary>Requests that the document allows.</summary>
    public static Gen<GeneratedRequest> Legal { get; } =
        from operation in Gen.Elements(ReplySchemas.Newest.Operations.Where(o => o.Path != "/api/vcenter/system").ToArray())
        from id in Gen.Frequency((5, Gen.Constant(KnownId(operation.Path))), (1, Gen.Elements("none", "x y", "ü")))
        from body in operation.Operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? _values.Of(schema).Select(value => value!.ToJsonString())
            : Gen.Constant("")
        select new GeneratedRequest(
            operation.Path,
            operation.Verb.ToUpperInvariant(),
            operation.Path.Replace("{moId}", Uri.EscapeDataString(id), StringComparison.Ordinal),
            Encoding.UTF8.GetBytes(body),
            "application/json");

    /// <summary>Requests with something wrong in them, often.</summary>
    public static Gen<GeneratedRequest> Mutated { get; } = Mutation.Of(Legal, (request, place) =>
        request.At(path => path.Replace("sms/", "smss/", StringComparison.Ordinal) + (place % 2 == 0 ? "" : "x")));

    private static string KnownId(string path)
    {
        string type = path.Split('/')[^3];
        return _objects.FirstOrDefault(o => o.Type == type).Id ?? "none";
    }
}
