using Microsoft.AspNetCore.Builder;
using VasaSim.Server.Calls;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>The port of the API for cloud replications.</summary>
internal static class VcdaEndpoints
{
    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, CallPipeline pipeline, VcdaScope scope)
    {
        VcdaFace face = new(scope, pipeline, workspace, options.Limits);
        application.Run(http => workspace.Journal.AroundAsync(http, workspace, face.ServeAsync));
    }
}
