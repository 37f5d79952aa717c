using System.Xml;

namespace VasaSim.Vmodl.Wsdl;

/// <summary>Writes a service's types, and the elements that stand in bodies and in the details of faults.</summary>
internal static class SchemaWriter
{
    public static void Write(XmlWriter xml, ServiceContract contract)
    {
        Start(xml, "schema");
        xml.WriteAttributeString("targetNamespace", contract.Namespace);
        xml.WriteAttributeString("elementFormDefault", "qualified");
        xml.WriteAttributeString("xmlns", contract.Name, null, contract.Namespace);
        if (contract != Contracts.Vim)
        {
            xml.WriteAttributeString("xmlns", Contracts.Vim.Name, null, Contracts.Vim.Namespace);
            Start(xml, "import");
            xml.WriteAttributeString("namespace", Contracts.Vim.Namespace);
            xml.WriteAttributeString("schemaLocation", WsdlWriter.SchemaFile(Contracts.Vim));
            xml.WriteEndElement();
        }
        else
        {
            WriteRoots(xml);
        }

        foreach (var type in contract.DataTypes.OrderBy(type => type.Name, StringComparer.Ordinal))
            WriteDataType(xml, type);
        foreach (var type in contract.Enums)
            WriteEnum(xml, type);
        foreach (var element in BoxedArrays.Of(contract))
            WriteBoxedArray(xml, element);
        foreach (var operation in WsdlWriter.Operations(contract))
            WriteRequestType(xml, operation);
        foreach (var operation in WsdlWriter.Operations(contract))
            WriteOperationElements(xml, contract, operation);
        foreach (var fault in contract.DataTypes.Where(type => type.IsFault).OrderBy(type => type.Name, StringComparer.Ordinal))
            WriteElement(xml, fault.Name + "Fault", TypeName(fault));
        xml.WriteEndElement();
    }

    // What no declaration in the contract stands for.
    private static void WriteRoots(XmlWriter xml)
    {
        Start(xml, "complexType", "DynamicData");
        Start(xml, "sequence");
        xml.WriteEndElement();
        xml.WriteEndElement();

        Start(xml, "complexType", "ManagedObjectReference");
        Start(xml, "simpleContent");
        Start(xml, "extension");
        xml.WriteAttributeString("base", Xsd("string"));
        Start(xml, "attribute", "type");
        xml.WriteAttributeString("type", Xsd("string"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDataType(XmlWriter xml, DataTypeInfo type)
    {
        Start(xml, "complexType", type.Name);
        var baseName = type switch
        {
            { Base: { } baseType } => TypeName(baseType),
            { IsFault: true } => null,
            _ => Contracts.Vim.Name + ":DynamicData",
        };
        if (baseName is null)
        {
            WriteSequence(xml, type.OwnMembers);
        }
        else
        {
            Start(xml, "complexContent");
            Start(xml, "extension");
            xml.WriteAttributeString("base", baseName);
            WriteSequence(xml, type.OwnMembers);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteSequence(XmlWriter xml, IEnumerable<MemberInfo> members)
    {
        Start(xml, "sequence");
        foreach (var member in members)
            WriteElement(xml, member.Name, TypeName(member.Type), member.Optional, member.IsArray);
        xml.WriteEndElement();
    }

    private static void WriteEnum(XmlWriter xml, EnumInfo type)
    {
        Start(xml, "simpleType", type.Name);
        Start(xml, "restriction");
        xml.WriteAttributeString("base", Xsd("string"));
        foreach (var value in type.Values)
        {
            Start(xml, "enumeration");
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBoxedArray(XmlWriter xml, TypeRef element)
    {
        var (typeName, itemName) = BoxedArrayNames.Of(element).ToText();
        Start(xml, "complexType", typeName);
        Start(xml, "sequence");
        WriteElement(xml, itemName, TypeName(element), isOptional: true, isArray: true);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRequestType(XmlWriter xml, OperationInfo operation)
    {
        Start(xml, "complexType", operation.RequestTypeName);
        Start(xml, "sequence");
        WriteElement(xml, "_this", TypeName(TypeRef.ManagedObjectReference));
        foreach (var member in operation.Parameters)
            WriteElement(xml, member.Name, TypeName(member.Type), member.Optional, member.IsArray);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteOperationElements(XmlWriter xml, ServiceContract contract, OperationInfo operation)
    {
        WriteElement(xml, operation.Name, $"{contract.Name}:{operation.RequestTypeName}");
        Start(xml, "element", operation.Name + "Response");
        Start(xml, "complexType");
        if (operation.Returns is { } type)
        {
            Start(xml, "sequence");
            // An empty list is left out, so no list can be required to have items.
            WriteElement(
                xml, "returnval", TypeName(type), operation.ReturnsOptional || type.IsArray, type.IsArray);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteElement(
        XmlWriter xml, string name, string type, bool isOptional = false, bool isArray = false)
    {
        Start(xml, "element", name);
        xml.WriteAttributeString("type", type);
        if (isOptional)
            xml.WriteAttributeString("minOccurs", "0");
        if (isArray)
            xml.WriteAttributeString("maxOccurs", "unbounded");
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, string? name = null)
    {
        xml.WriteStartElement("xsd", element, WsdlWriter.SchemaNamespace);
        if (name is not null)
            xml.WriteAttributeString("name", name);
    }

    private static string TypeName(DataTypeInfo type) => $"{type.WireNamespace.Prefix}:{type.Name}";

    private static string TypeName(TypeRef type) => type.Kind switch
    {
        TypeKind.Data => TypeName(type.DataType!),
        TypeKind.Enum => $"{type.Enum!.WireNamespace.Prefix}:{type.Name}",
        TypeKind.ManagedObjectReference => $"{Contracts.Vim.Name}:{type.Name}",
        _ => Xsd(type.Name),
    };

    private static string Xsd(string name) => $"xsd:{name}";
}
