using System.Xml;

namespace VasaSim.Vmodl.Wsdl;

/// <summary>Writes the file that clients start from: where the service is.</summary>
internal static class ServiceWsdlWriter
{
    // Whoever serves the files knows the real address.
    private const string Host = "https://localhost";

    public static void Write(XmlWriter xml, ServiceContract contract, string name)
    {
        xml.WriteStartElement("definitions", WsdlWriter.WsdlNamespace);
        xml.WriteAttributeString("targetNamespace", contract.Namespace + "Service");
        xml.WriteAttributeString("xmlns", "soap", null, WsdlWriter.SoapNamespace);
        xml.WriteAttributeString("xmlns", "interface", null, contract.Namespace);

        xml.WriteStartElement("import", WsdlWriter.WsdlNamespace);
        xml.WriteAttributeString("location", name + ".wsdl");
        xml.WriteAttributeString("namespace", contract.Namespace);
        xml.WriteEndElement();

        xml.WriteStartElement("service", WsdlWriter.WsdlNamespace);
        xml.WriteAttributeString("name", WsdlWriter.Capitalised(name, "Service"));
        xml.WriteStartElement("port", WsdlWriter.WsdlNamespace);
        xml.WriteAttributeString("binding", "interface:" + WsdlWriter.Capitalised(name, "Binding"));
        xml.WriteAttributeString("name", WsdlWriter.Capitalised(name, "Port"));
        xml.WriteStartElement("address", WsdlWriter.SoapNamespace);
        xml.WriteAttributeString("location", Host + contract.Path);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();

        xml.WriteEndElement();
    }
}
