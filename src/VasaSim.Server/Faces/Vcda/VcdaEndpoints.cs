using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VasaSim.Server.Calls;
using VasaSim.Server.Hosting;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>The port of the API for cloud replications.</summary>
internal static class VcdaEndpoints
{
    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, VcdaScope scope)
    {
        CallPipeline pipeline = new(new CallLog(application.Services.GetRequiredService<ILogger<CallLog>>()));
        VcdaFace face = new(scope, pipeline, workspace, options.Limits);
        application.Run(http => workspace.Journal.AroundAsync(http, workspace, face.ServeAsync));
    }
}
