using System.Text;
using System.Xml.Linq;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>
/// The document that tells clients which versions are served. pyVmomi takes the newest one that it knows itself, and
/// finds nothing when the elements are in a namespace.
/// </summary>
internal static class ServiceVersions
{
    public const string Path = "/sdk/vimServiceVersions.xml";

    public static byte[] Describe(ServiceContract contract, ApiVersion newest)
    {
        XElement root = new(
            "namespaces",
            new XAttribute("version", "1.0"),
            new XElement(
                "namespace",
                new XElement("name", contract.Namespace),
                new XElement("version", newest.ToString()),
                new XElement(
                    "priorVersions",
                    contract.Versions.Where(v => v < newest).Reverse().Select(v => new XElement("version", v.ToString())))));
        return Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{'\n'}{root}{'\n'}""");
    }
}
