using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Faces;

/// <summary>Serves the description of the services, written from the same contract that answers.</summary>
internal sealed class WsdlFace
{
    public static bool Serves(string path) => false;

    public static Task HandleAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
