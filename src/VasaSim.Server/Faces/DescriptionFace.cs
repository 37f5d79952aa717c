using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Faces.Vim.Access;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Wsdl;

namespace VasaSim.Server.Faces;

/// <summary>
/// Serves the descriptions of the services, written from the same contract that answers: <c>?wsdl</c> gives a
/// service's document with the files that it imports beside it, and clients learn the versions from
/// <c>vimServiceVersions.xml</c>.
/// </summary>
internal sealed class DescriptionFace(ApiVersion newest)
{
    // Imports in a document are relative to it: those of /sms/sdk?wsdl are looked for below /sms/.
    private static readonly FrozenSet<string> _directories = FrozenSet.Create("/", "/sdk/", "/sms/", "/sms/sdk/");

    private readonly Lazy<FrozenDictionary<string, byte[]>> _files = new(() => WsdlWriter.CreateAll().ToFrozenDictionary());
    private readonly byte[] _versions = ServiceVersions.Describe(Contracts.Vim, newest);

    /// <summary>Answers a GET or HEAD of a description; null when the path is none.</summary>
    public Task? TryServe(HttpContext http)
    {
        if (Find(http.Request) is not { } bytes)
        {
            return null;
        }

        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private byte[]? Find(HttpRequest request)
    {
        string path = request.Path.Value!;
        if (path == ServiceVersions.Path)
        {
            return _versions;
        }

        int slash = path.LastIndexOf('/') + 1;
        string? file = string.Equals(request.QueryString.Value, "?wsdl", StringComparison.OrdinalIgnoreCase)
            ? DescriptionOf(path)
            : _directories.Contains(path[..slash]) ? path[slash..] : null;
        return file is null ? null : _files.Value.GetValueOrDefault(file);
    }

    private static string? DescriptionOf(string path) =>
        path == Contracts.Sms.Path ? "smsService.wsdl"
        : path == Contracts.Vim.Path || path == "/sdk/vimService" ? "vimService.wsdl"
        : null;
}
