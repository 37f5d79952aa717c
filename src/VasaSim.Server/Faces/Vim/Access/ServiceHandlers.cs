using VasaSim.Server.Calls;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>Methods of ServiceInstance.</summary>
internal static class ServiceHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<RetrieveServiceContentRequest>(static (_, _, world) => Outcome.Result(AboutServer.Content(world)))
        .On<CurrentTimeRequest>(static (_, _, world) => Outcome.Result(world.Now));
}
