using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Soap;

/// <summary>Which version a caller speaks: the part of the SOAPAction after the slash, at most the newest that is served.</summary>
internal static class CallerVersion
{
    /// <summary>Reads the header, quoted or not; without a version that can be read it is the newest.</summary>
    public static ApiVersion Of(string soapAction, ApiVersion newest)
    {
        ReadOnlySpan<char> action = soapAction.AsSpan().Trim().Trim('"');
        int slash = action.LastIndexOf('/');
        return slash >= 0 && ApiVersion.TryParse(action[(slash + 1)..], out ApiVersion version) && version < newest
            ? version
            : newest;
    }
}
