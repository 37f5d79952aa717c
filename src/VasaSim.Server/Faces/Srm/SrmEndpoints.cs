using Microsoft.AspNetCore.Builder;
using VasaSim.Server.Calls;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Srm;

/// <summary>The port of the second of two paired sites; that of the first is the product port.</summary>
internal static class SrmEndpoints
{
    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, CallPipeline pipeline, SrmScope scope)
    {
        SrmFace face = new(scope, pipeline, workspace, options.Limits);
        application.Run(http => workspace.Journal.AroundAsync(http, workspace, face.ServeAsync));
    }
}
