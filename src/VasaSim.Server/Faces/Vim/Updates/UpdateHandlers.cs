using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>Methods of PropertyCollector that tell of changes.</summary>
internal sealed class UpdateHandlers(VimScopes scopes, CancellationToken stopping)
{
    public void Register(HandlerTable handlers) => handlers
        .On<CheckForUpdatesRequest>(Check)
        .On<CancelWaitForUpdatesRequest>(Cancel)
        .OnWaiting<WaitForUpdatesRequest>((call, request) => new UpdateWait(scopes, call, request.Version, null, null, stopping).RunAsync())
        .OnWaiting<WaitForUpdatesExRequest>(WaitAsync);

    private Outcome Check(VmodlCall call, CheckForUpdatesRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        CollectorObject collector = (CollectorObject)scope.Find(call.Target.Value)!;
        return collector.ToldUpTo(request.Version) is null
            ? UpdateWait.UnknownVersion(request.Version)
            : Outcome.Result(UpdateCalculation.Since(collector, request.Version, null, scope));
    }

    private Outcome Cancel(VmodlCall call, CancelWaitForUpdatesRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        ((CollectorObject)scope.Find(call.Target.Value)!).CancelWaits();
        scope.Mine!.Changed();
        return Outcome.Done;
    }

    private ValueTask<Outcome> WaitAsync(VmodlCall call, WaitForUpdatesExRequest request)
    {
        int? seconds = request.Options?.MaxWaitSeconds;
        int? limit = request.Options?.MaxObjectUpdates;
        return seconds < 0 ? new(VmodlCall.Invalid("options.maxWaitSeconds"))
            : limit <= 0 ? new(VmodlCall.Invalid("options.maxObjectUpdates"))
            : new UpdateWait(scopes, call, request.Version, seconds, limit, stopping).RunAsync();
    }
}
