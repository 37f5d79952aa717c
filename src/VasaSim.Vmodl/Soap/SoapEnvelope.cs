namespace VasaSim.Vmodl.Soap;

/// <summary>The fixed parts of every message that is written.</summary>
internal static class SoapEnvelope
{
    // All prefixes that may be needed are bound here; elements themselves go without.
    public static void Open(ref SoapElementWriter writer)
    {
        writer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope"u8);
        writer.Raw(" xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""u8);
        writer.Raw(" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""u8);
        writer.Raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""u8);
        foreach (var wireNamespace in WireNamespaces.All)
            writer.Raw(wireNamespace.PrefixDeclaration);
        writer.Raw(">\n"u8);
    }

    public static void OpenBody(ref SoapElementWriter writer) => writer.Raw("<soapenv:Body>\n"u8);

    public static void Close(ref SoapElementWriter writer)
    {
        writer.Raw("\n</soapenv:Body>\n</soapenv:Envelope>"u8);
        writer.Complete();
    }
}
