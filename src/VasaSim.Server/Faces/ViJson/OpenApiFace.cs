using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using VasaSim.Vmodl;
using VasaSim.Vmodl.OpenApi;

namespace VasaSim.Server.Faces.ViJson;

/// <summary>Serves the OpenAPI document of each release: <c>/sdk/vim25/{release}/openapi.json</c>.</summary>
internal sealed class OpenApiFace(Releases releases)
{
    private readonly ConcurrentDictionary<ApiVersion, byte[]> _documents = new();

    /// <summary>Answers a GET or HEAD of a document; null when the path is none.</summary>
    public Task? TryServe(HttpContext http)
    {
        if (http.Request.Path.Value!.Split('/') is not ["", "sdk", "vim25", var name, "openapi.json"] || releases.Find(name) is not { } release)
        {
            return null;
        }

        byte[] document = _documents.GetOrAdd(release, OpenApiWriter.Write);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = document.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(document, http.RequestAborted).AsTask();
    }
}
