using VasaSim.Core;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Calls;

/// <summary>
/// The way of a call: session, object, method, privilege, arguments, then the handler. The order is fixed, so that
/// the same mistake always gets the same answer. Never throws: what goes wrong inside is answered as the protocol's
/// internal error, and logged with the same number.
/// </summary>
public sealed class CallPipeline(CallLog log)
{
    // Privileges are asked on the inventory's root, as this simulator has no permissions below it.
    private static readonly ManagedObjectReference _root = new("Folder", "group-d1");

    /// <summary>Answers a call.</summary>
    public async ValueTask<Outcome> InvokeAsync(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        long number = log.Begin();
        Outcome outcome;
        try
        {
            outcome = await AnswerAsync(call);
        }
        catch (OperationCanceledException) when (call.Aborted.IsCancellationRequested)
        {
            outcome = Outcome.Failed(new RequestCanceled(), "The client has gone away.");
        }
#pragma warning disable CA1031 // The one place where a bug becomes an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = log.Failed(number, call, e);
        }

        log.End(number, call, outcome);
        call.Recording?.Answered(call, outcome);
        return outcome;
    }

    private static async ValueTask<Outcome> AnswerAsync(Call call)
    {
        call.Session = call.Workspace.Sessions.Use(call.SessionId);
        if (!call.Workspace.Rules.IsEmpty)
        {
            return await new InjectedCall(call, call.Workspace.Rules, Refuse).AnswerAsync(RefuseStranger);
        }

        if (RefuseStranger(call) is { } refusal)
        {
            return refusal;
        }

        (Outcome outcome, WaitingOperationHandler? waiting) = await call.Workspace.RunAsync(call, static (world, c) => OnWorld(world, c));
        return waiting is null ? outcome : await waiting(call, call.Request!);
    }

    /// <summary>What a caller is told who has no session.</summary>
    internal static Outcome NoSession(Call call) => call.NoSession is { } refuse ? refuse(call) : call.Service.NoSession(call);

    private static Outcome? RefuseStranger(Call call) =>
        call.Session is null && call.Operation is not { Privilege: null or Privileges.SystemAnonymous } ? NoSession(call) : null;

    private static (Outcome Outcome, WaitingOperationHandler? Waiting) OnWorld(World world, Call call)
    {
        if (Refuse(world, call) is { } refusal)
        {
            return (refusal, null);
        }

        HandlerTable handlers = call.Service.Handlers;
        if (handlers.FindWaiting(call.Operation!) is { } waiting)
        {
            return (default, waiting);
        }

        return (handlers.Find(call.Operation!)?.Invoke(call, call.Request!, world) ?? NotImplemented(call), null);
    }

    private static Outcome? Refuse(World world, Call call)
    {
        if (call.Session is not null)
        {
            call.Session.LastActive = world.Now;
        }

        ManagedObjectInfo? type = call.Service.TypeOf(world, call, call.Target.Value);
        if (type is null || call.Service.Contract.FindManagedObject(call.Target.Type) is not { } named || !type.IsA(named))
        {
            return Outcome.Failed(
                new ManagedObjectNotFound { Obj = call.Target },
                $"The object '{call.Target.Type}:{call.Target.Value}' has already been deleted or has not been completely created.");
        }

        if (call.Operation is not { } operation || operation.Since > call.Version || !IsMethodOf(type, operation))
        {
            return Outcome.Failed(
                new MethodNotFound { Receiver = call.Target, Method = call.Method },
                $"'{type.Name}' has no method '{call.Method}' in version {call.Version}.");
        }

        if (operation.Privilege is { } privilege && call.Session is { } session && !session.User.Privileges.Contains(privilege))
        {
            return NoPermission(privilege);
        }

        return call.InvalidArgument is { } argument ? Invalid(argument) : null;
    }

    // Fetch is declared on the root of all objects, which other services' objects do not name as their base.
    private static bool IsMethodOf(ManagedObjectInfo type, OperationInfo operation) =>
        type.IsA(operation.Owner) || operation.Owner.Name == "ManagedObject";

    /// <summary>The answer to an argument that is missing or makes no sense.</summary>
    public static Outcome Invalid(string argument) => Outcome.Failed(
        new InvalidArgument { InvalidProperty = argument }, $"A specified parameter was not correct: {argument}");

    private static Outcome NoPermission(string privilege) => Outcome.Failed(
        new NoPermission
        {
            Object = _root,
            PrivilegeId = privilege,
            MissingPrivileges = [new NoPermissionEntityPrivileges { Entity = _root, PrivilegeIds = [privilege] }],
        },
        $"Permission to perform this operation was denied: {privilege} is needed.");

    /// <summary>The answer to a method that nobody answers.</summary>
    internal static Outcome NotImplemented(Call call) => Outcome.Failed(
        new Vmodl.Vim.NotImplemented(), $"The method '{call.Method}' is not implemented.");
}
