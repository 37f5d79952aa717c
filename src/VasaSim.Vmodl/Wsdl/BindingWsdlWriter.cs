using System.Xml;

namespace VasaSim.Vmodl.Wsdl;

/// <summary>Writes a service's methods: messages, port type and binding.</summary>
internal static class BindingWsdlWriter
{
    private const string HttpTransport = "http://schemas.xmlsoap.org/soap/http";

    // Any method may raise it, so every method declares it.
    private static readonly DataTypeInfo RuntimeFault = Vim.RuntimeFault.Metadata;

    public static void Write(XmlWriter xml, ServiceContract contract, string name)
    {
        Start(xml, "definitions");
        xml.WriteAttributeString("targetNamespace", contract.Namespace);
        xml.WriteAttributeString("xmlns", "soap", null, WsdlWriter.SoapNamespace);
        xml.WriteAttributeString("xmlns", "xsd", null, WsdlWriter.SchemaNamespace);
        foreach (var service in new[] { Contracts.Sms, Contracts.Vim })
            xml.WriteAttributeString("xmlns", service.Name, null, service.Namespace);

        WriteTypes(xml, contract);
        WriteMessages(xml, contract);
        WritePortType(xml, contract, name);
        WriteBinding(xml, contract, name);
        xml.WriteEndElement();
    }

    private static void WriteTypes(XmlWriter xml, ServiceContract contract)
    {
        Start(xml, "types");
        xml.WriteStartElement("xsd", "schema", WsdlWriter.SchemaNamespace);
        foreach (var service in new[] { Contracts.Sms, Contracts.Vim }.Where(service => Uses(contract, service)))
        {
            xml.WriteStartElement("xsd", "import", WsdlWriter.SchemaNamespace);
            xml.WriteAttributeString("namespace", service.Namespace);
            xml.WriteAttributeString("schemaLocation", WsdlWriter.SchemaFile(service));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteMessages(XmlWriter xml, ServiceContract contract)
    {
        foreach (var operation in WsdlWriter.Operations(contract))
        {
            WriteMessage(xml, operation.Name + "RequestMsg", "parameters", $"{contract.Name}:{operation.Name}");
            WriteMessage(xml, operation.Name + "ResponseMsg", "parameters", $"{contract.Name}:{operation.Name}Response");
        }
        var faults = WsdlWriter.Operations(contract).SelectMany(Faults).Distinct()
            .OrderBy(fault => fault.Name, StringComparer.Ordinal);
        foreach (var fault in faults)
            WriteMessage(xml, fault.Name + "FaultMsg", "fault", $"{fault.WireNamespace.Prefix}:{fault.Name}Fault");
    }

    private static void WriteMessage(XmlWriter xml, string name, string part, string element)
    {
        Start(xml, "message", name);
        Start(xml, "part", part);
        xml.WriteAttributeString("element", element);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePortType(XmlWriter xml, ServiceContract contract, string name)
    {
        Start(xml, "portType", WsdlWriter.Capitalised(name, "PortType"));
        foreach (var operation in WsdlWriter.Operations(contract))
        {
            Start(xml, "operation", operation.Name);
            WriteDirection(xml, "input", null, $"{contract.Name}:{operation.Name}RequestMsg");
            WriteDirection(xml, "output", null, $"{contract.Name}:{operation.Name}ResponseMsg");
            foreach (var fault in Faults(operation))
                WriteDirection(xml, "fault", fault.Name, $"{contract.Name}:{fault.Name}FaultMsg");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteDirection(XmlWriter xml, string direction, string? name, string message)
    {
        Start(xml, direction, name);
        xml.WriteAttributeString("message", message);
        xml.WriteEndElement();
    }

    private static void WriteBinding(XmlWriter xml, ServiceContract contract, string name)
    {
        Start(xml, "binding", WsdlWriter.Capitalised(name, "Binding"));
        xml.WriteAttributeString("type", $"{contract.Name}:{WsdlWriter.Capitalised(name, "PortType")}");
        xml.WriteStartElement("binding", WsdlWriter.SoapNamespace);
        xml.WriteAttributeString("style", "document");
        xml.WriteAttributeString("transport", HttpTransport);
        xml.WriteEndElement();
        foreach (var operation in WsdlWriter.Operations(contract))
        {
            Start(xml, "operation", operation.Name);
            xml.WriteStartElement("operation", WsdlWriter.SoapNamespace);
            xml.WriteAttributeString("soapAction", $"{contract.Namespace}/{contract.NewestVersion}");
            xml.WriteAttributeString("style", "document");
            xml.WriteEndElement();
            WriteBody(xml, "input");
            WriteBody(xml, "output");
            foreach (var fault in Faults(operation))
            {
                Start(xml, "fault", fault.Name);
                xml.WriteStartElement("fault", WsdlWriter.SoapNamespace);
                xml.WriteAttributeString("name", fault.Name);
                xml.WriteAttributeString("use", "literal");
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteBody(XmlWriter xml, string direction)
    {
        Start(xml, direction);
        xml.WriteStartElement("body", WsdlWriter.SoapNamespace);
        xml.WriteAttributeString("use", "literal");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, string? name = null)
    {
        xml.WriteStartElement(element, WsdlWriter.WsdlNamespace);
        if (name is not null)
            xml.WriteAttributeString("name", name);
    }

    private static IEnumerable<DataTypeInfo> Faults(OperationInfo operation) => operation.Faults.Append(RuntimeFault);

    // SMS is built on vim25, not the other way round.
    private static bool Uses(ServiceContract contract, ServiceContract other) =>
        contract == other || other == Contracts.Vim;
}
