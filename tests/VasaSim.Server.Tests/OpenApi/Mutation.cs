using System.Text;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Puts something wrong into the bodies of requests.</summary>
internal static class Mutation
{
    /// <summary>What does not belong between the bytes of JSON.</summary>
    public static byte[][] Bytes { get; } = [[0xC3, 0x28], "\0"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), "\\ud800"u8.ToArray()];

    /// <summary>What is seldom wanted.</summary>
    public static JsonNode?[] Values { get; } = [null, 7, -1.5, "text", true, new JsonArray(), new JsonObject { ["_typeName"] = "NoSuchType" }];

    /// <summary>Deeper than anything is.</summary>
    public static byte[] Deep { get; } = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":[", 200)));

    /// <summary>Puts bytes somewhere between others.</summary>
    public static byte[] Insert(byte[] body, int place, byte[] piece)
    {
        int at = body.Length == 0 ? 0 : place % body.Length;
        return [.. body[..at], .. piece, .. body[at..]];
    }

    /// <summary>Puts something else at one place of the tree, or takes it away.</summary>
    public static byte[] Replace(byte[] body, int place, JsonNode? other)
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
