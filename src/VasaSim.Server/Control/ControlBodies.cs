using System.Text.Json.Nodes;
using VasaSim.Configuration.Shapes;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Control;

/// <summary>The schemas of the bodies that the control API takes. A test compares their keys with those that are read.</summary>
internal static class ControlBodies
{
    public static JsonObject Nothing() => Of();

    public static JsonObject Scale() => Of(("scale", Number(), false));

    public static JsonObject Advance() => Of(("by", ShapeOf.Duration.Schema(), true));

    public static JsonObject Link() => Of(
        ("up", ShapeOf.Flag.Schema(), false), ("lag", ShapeOf.Duration.Schema(), false), ("bandwidth", OrNull(ShapeOf.PerSecond.Schema()), false));

    public static JsonObject Lun() => Of(("usedInMB", Whole(0), false));

    public static JsonObject Endpoint() => Of(
        ("reachable", Flag(), false), ("userName", Text(), false), ("password", Text(), false), ("caImported", Flag(), false), ("failSync", Flag(), false),
        ("failUnregister", Flag(), false), ("failRefresh", Flag(), false), ("failRevoke", Flag(), false), ("caFaultCode", OrNull(Whole(int.MinValue)), false),
        ("certificate", Any("object"), false));

    public static JsonObject Provider() => Of(
        ("status", Words("online", "offline", "connected", "disconnected"), false), ("busy", Flag(), false), ("outOfResource", Flag(), false),
        ("notImplemented", Any("array"), false), ("reverseIds", Words("keep", "new"), false), ("forceSupported", Flag(), false),
        ("maxBatchSize", Any("object", "integer", "null"), false));

    public static JsonObject Group() => Of(
        ("state", Words("SOURCE", "TARGET", "INTEST", "FAILEDOVER", "REMOTE_FAILEDOVER"), false), ("prepared", Flag(), false), ("labels", Any("object", "null"), false),
        ("changeRate", ShapeOf.PerSecond.Schema(), false), ("promoteCapable", Flag(), false), ("autoReverse", Flag(), false),
        ("name", OrNull(Text()), false), ("description", OrNull(Text()), false));

    public static JsonObject Machine() => Of(("poweredOn", Flag(), false), ("changeRate", ShapeOf.PerSecond.Schema(), false));

    public static JsonObject Inventory() => Of(
        ("folder", Text(), false), ("resourcePool", Text(), false), ("networks", Any("array"), false), ("storagePolicy", Text(), false),
        ("datastore", Text(), false), ("unreplicatedDisks", Any("array"), false));

    public static JsonObject Load() => Of(("for", ShapeOf.Duration.Schema(), true));

    public static JsonObject Name() => Of(("name", Text(), false));

    public static JsonObject NameRequired() => Of(("name", Text(), true));

    public static JsonObject Hold() => Of(("at", Whole(0), false), ("for", ShapeOf.Duration.Schema(), false));

    public static JsonObject Step() => Of(("to", Whole(0), true));

    public static JsonObject Slow() => Of(("factor", Number(), true));

    public static JsonObject Fail() => Of(("fault", Any("string", "object"), true), ("at", Whole(0), false));

    public static JsonObject Explain() => Of(("journal", Whole(1), true));

    public static JsonObject Verify() => Of(
        ("since", Whole(0), false), ("match", Any("object"), false), ("calls", Any("object"), false), ("groupsPerCall", Any("object"), false),
        ("neverWhile", Any("object"), false), ("order", Any("array"), false));

    public static JsonObject Rules() => RuleShapes.Set.Schema();

    public static JsonObject Rule() => RuleShapes.Rule.Schema();

    public static JsonObject RulePatch() => new() { ["type"] = "object" };

    private static JsonObject Of(params (string Key, JsonObject Schema, bool Required)[] keys)
    {
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)k.Schema))),
        };
        if (keys.Any(k => k.Required))
        {
            schema["required"] = new JsonArray([.. keys.Where(k => k.Required).Select(k => (JsonNode)k.Key)]);
        }

        return schema;
    }

    private static JsonObject Flag() => ShapeOf.Flag.Schema();

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Number() => new() { ["type"] = "number", ["exclusiveMinimum"] = 0 };

    private static JsonObject Whole(int min) => new() { ["type"] = "integer", ["minimum"] = min };

    private static JsonObject Words(params string[] words) => ShapeOf.Word(words).Schema();

    private static JsonObject Any(params string[] types) => new() { ["type"] = new JsonArray([.. types.Select(t => (JsonNode)t)]) };

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
