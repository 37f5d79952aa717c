using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Puts something wrong into requests.</summary>
internal static class Mutation
{
    // What does not belong between the bytes of JSON.
    private static readonly byte[][] _bytes = [[0xC3, 0x28], "\0"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), "\\ud800"u8.ToArray()];

    // What is seldom wanted.
    private static readonly JsonNode?[] _values = [null, 7, -1.5, "text", true, new JsonArray(), new JsonObject { ["_typeName"] = "NoSuchType" }];

    // Deeper than anything is.
    private static readonly byte[] _deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":[", 200)));

    /// <summary>Requests with something wrong in them, often.</summary>
    /// <param name="legal">Requests with nothing wrong.</param>
    /// <param name="misplace">Sends one to a place where it does not belong, by a number.</param>
    public static Gen<GeneratedRequest> Of(Gen<GeneratedRequest> legal, Func<GeneratedRequest, int, GeneratedRequest> misplace) =>
        from request in legal
        from kind in Gen.Choose(0, 9)
        from place in Gen.Choose(0, int.MaxValue)
        from piece in Gen.Elements(_bytes)
        from other in Gen.Elements(_values)
        from verb in Gen.Elements("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
        from type in Gen.Elements("text/xml", "application/x-www-form-urlencoded", "nonsense", "")
        select kind switch
        {
            0 => request with { Body = request.Body[..(request.Body.Length == 0 ? 0 : place % request.Body.Length)] },
            1 => request with { Body = Insert(request.Body, place, piece) },
            2 => request with { Verb = verb },
            3 => request with { ContentType = type },
            4 => request with { Body = _deep },
            5 => misplace(request, place),
            _ => request with { Body = Replace(request.Body, place, other) },
        };

    private static byte[] Insert(byte[] body, int place, byte[] piece)
    {
        int at = body.Length == 0 ? 0 : place % body.Length;
        return [.. body[..at], .. piece, .. body[at..]];
    }

    // Puts something else at one place of the tree, or takes it away.
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
