using System.Text;
using System.Xml;

namespace VasaSim.Vmodl.Wsdl;

/// <summary>
/// Writes the published description of the services: WSDL 1.1 and XML Schema. The same contract always makes the same
/// bytes. Methods that no published description has are left out.
/// </summary>
public static class WsdlWriter
{
    internal const string SchemaNamespace = "http://www.w3.org/2001/XMLSchema";
    internal const string WsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";
    internal const string SoapNamespace = "http://schemas.xmlsoap.org/wsdl/soap/";

    // How each service is called in file names and in the names of ports and bindings.
    private static readonly (ServiceContract Contract, string Name)[] Services =
        [(Contracts.Sms, "sms"), (Contracts.Vim, "vim")];

    /// <summary>Returns each file's content by its name. The files refer to each other by these names.</summary>
    public static IReadOnlyDictionary<string, byte[]> CreateAll()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (contract, name) in Services)
        {
            files.Add(name + "Service.wsdl", Document(xml => ServiceWsdlWriter.Write(xml, contract, name)));
            files.Add(name + ".wsdl", Document(xml => BindingWsdlWriter.Write(xml, contract, name)));
            files.Add(name + "-types.xsd", Document(xml => SchemaWriter.Write(xml, contract)));
        }
        return files;
    }

    /// <summary>The file that holds a service's types.</summary>
    internal static string SchemaFile(ServiceContract contract) =>
        Services.Single(service => service.Contract == contract).Name + "-types.xsd";

    internal static IEnumerable<OperationInfo> Operations(ServiceContract contract) =>
        contract.Operations.Where(operation => !operation.Undocumented);

    /// <summary>The name of a port type or binding: <c>SmsPortType</c>.</summary>
    internal static string Capitalised(string name, string suffix) => char.ToUpperInvariant(name[0]) + name[1..] + suffix;

    private static byte[] Document(Action<XmlWriter> write)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
