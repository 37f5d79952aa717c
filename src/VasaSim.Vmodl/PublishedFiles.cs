using VasaSim.Vmodl.OpenApi;
using VasaSim.Vmodl.Wsdl;

namespace VasaSim.Vmodl;

/// <summary>The published descriptions of all that is served, as files.</summary>
public static class PublishedFiles
{
    private const string NewestRelease = "8.0.3.0";

    /// <summary>Returns each file's content by its name: WSDL and XML Schema of SOAP, and OpenAPI of VI JSON.</summary>
    public static IReadOnlyDictionary<string, byte[]> CreateAll() => new SortedDictionary<string, byte[]>(
        WsdlWriter.CreateAll().ToDictionary(file => file.Key, file => file.Value), StringComparer.Ordinal)
    {
        ["vi-json-openapi.json"] = OpenApiWriter.Write(ApiVersion.Parse(NewestRelease)),
    };
}
