using Microsoft.AspNetCore.Builder;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

internal static class ControlEndpoints
{
    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, Func<int> productPort)
    {
    }
}
