using System.Text.Json.Nodes;
using System.Xml.Linq;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>Rewrites a reply so that it says the same in a way that is legal and that clients seldom see.</summary>
internal static class OddReply
{
    /// <summary>The body as a rule wants it to look.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> body, ReplyPlan plan, VmodlCall call)
    {
        if (plan.Look is not { } look || (look.OmitOptional != true && look.NamespacePrefixes != true) || body.IsEmpty)
        {
            return body;
        }

        return call.Protocol == "soap" ? Soap(body, look, plan.Drawn, call) : Json(body, look, call);
    }

    private static byte[] Soap(ReadOnlyMemory<byte> body, ReplySpec look, double drawn, VmodlCall call)
    {
        using MemoryStream input = new(body.ToArray());
        XDocument document = XDocument.Load(input, LoadOptions.PreserveWhitespace);
        if (look.OmitOptional == true && call.Operation?.Returns is { DataType: var type })
        {
            foreach (XElement value in document.Descendants().Where(e => e.Name.LocalName == "returnval" && e.Parent?.Name.LocalName == call.Operation.Name + "Response").ToArray())
            {
                OptionalMembers.Remove(value, type);
            }
        }

        if (look.NamespacePrefixes == true)
        {
            NamespacePrefixes.Change(document.Root!, drawn);
        }

        using MemoryStream output = new();
        document.Save(output, SaveOptions.DisableFormatting);
        return output.ToArray();
    }

    private static byte[] Json(ReadOnlyMemory<byte> body, ReplySpec look, VmodlCall call)
    {
        JsonNode? root = JsonNode.Parse(body.Span);
        if (look.OmitOptional == true && call.Operation?.Returns is { DataType: var type })
        {
            OptionalMembers.Remove(root, type);
        }

        return System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(root, Control.ControlJson.OneLine.JsonNode);
    }
}
