using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Wsdl;

namespace VasaSim.Server.Faces;

/// <summary>
/// Serves the description of the services, written from the same contract that answers: <c>?wsdl</c> gives the
/// service's document, and the files that it imports are beside it.
/// </summary>
internal sealed class WsdlFace
{
    private readonly Lazy<FrozenDictionary<string, byte[]>> _files = new(() => WsdlWriter.CreateAll().ToFrozenDictionary());

    // Imports in a document are relative to it: those of /sms/sdk?wsdl are looked for below /sms/.
    private static readonly FrozenSet<string> _directories = FrozenSet.Create("/", "/sdk/", "/sms/", "/sms/sdk/");

    /// <summary>Answers a GET of <c>?wsdl</c> or of one of the files; null when it is neither.</summary>
    public Task? TryServe(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        int slash = path.LastIndexOf('/') + 1;
        string? file = string.Equals(http.Request.QueryString.Value, "?wsdl", StringComparison.OrdinalIgnoreCase)
            ? DescriptionOf(path)
            : _directories.Contains(path[..slash]) ? path[slash..] : null;
        if (file is null || !_files.Value.TryGetValue(file, out byte[]? bytes))
        {
            return null;
        }

        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static string? DescriptionOf(string path) =>
        path == Contracts.Sms.Path ? "smsService.wsdl" : path == Contracts.Vim.Path ? "vimService.wsdl" : null;
}
