using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using VasaSim.Vmodl.Wsdl;

namespace VasaSim.Vmodl.Tests.Wsdl;

/// <summary>The generated description, and what it says about messages.</summary>
internal static class WsdlFiles
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    private static readonly Lazy<XmlSchemaSet> Schemas = new(Compile);

    public static XmlSchemaSet SchemaSet => Schemas.Value;

    /// <summary>Returns what the schema finds wrong with what a message's body, or its fault's detail, holds.</summary>
    public static List<string> Problems(byte[] message)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = SchemaSet,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
            XmlResolver = null,
        };
        settings.ValidationEventHandler += (_, found) => problems.Add(found.Message);

        using var reader = XmlReader.Create(Payload(message).CreateReader(), settings);
        while (reader.Read())
        {
        }
        return problems;
    }

    public static string Directory()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "VasaSim.sln")))
            directory = directory.Parent;
        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException("No VasaSim.sln above."), "wsdl");
    }

    // The schema knows nothing of the envelope; its prefixes are needed all the same.
    private static XElement Payload(byte[] message)
    {
        var envelope = XDocument.Load(new MemoryStream(message)).Root!;
        var body = envelope.Element(Envelope + "Body")!.Elements().Single();
        var payload = new XElement(body.Name == Envelope + "Fault" ? body.Element("detail")!.Elements().Single() : body);
        payload.Add(envelope.Attributes().Where(attribute => attribute.IsNamespaceDeclaration));
        return payload;
    }

    private static XmlSchemaSet Compile()
    {
        var files = WsdlWriter.CreateAll();
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in new[] { "vim-types.xsd", "sms-types.xsd" })
        {
            using var reader = XmlReader.Create(new MemoryStream(files[name]));
            set.Add(null, reader);
        }
        set.Compile();
        return set;
    }
}
