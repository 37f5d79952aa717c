using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Properties;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>
/// Fetch: one property of one object. pyVmomi reads every property with it. What privilege it needs is the property's
/// matter; an anonymous caller may read who is logged in, and is told that nobody is.
/// </summary>
internal sealed class FetchHandler(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers.On<FetchRequest>(Fetch);

    private Outcome Fetch(VmodlCall call, FetchRequest request, World world)
    {
        VimScope scope = scopes.Of(call, world);
        VimObject target = scope.Find(call.Target.Value)!;
        if (PropertyPath.Resolve(target.Type, request.Prop, call.Version) is not { } path)
        {
            return VimFaults.Failed(VimFaults.InvalidProperty(request.Prop));
        }

        if (VimFaults.RefusalToRead(target, path.Privilege, call.Session) is { } refusal)
        {
            return VimFaults.Failed(refusal);
        }

        return Outcome.Result(path.Read(target, scope));
    }
}
