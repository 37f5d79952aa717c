using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Calls;

/// <summary>A call of a method of the vSphere kind, in SOAP or VI JSON.</summary>
public sealed class VmodlCall : Call
{
    // Privileges are asked on the inventory's root, as this simulator has no permissions below it.
    private static readonly ManagedObjectReference _root = new("Folder", "group-d1");

    private IReadOnlyList<GroupId>? _groups;

    /// <summary>The service that was called.</summary>
    public required VmodlService Service { get; init; }

    /// <summary>The method; null when the service has none of that name.</summary>
    public OperationInfo? Operation { get; init; }

    /// <summary>The object it is called on.</summary>
    public required ManagedObjectReference Target { get; init; }

    /// <summary>The arguments; null when the method is not known, and for a call that the simulator makes.</summary>
    public Request? Request { get; init; }

    /// <summary>The path of the first argument that is missing or cannot be read.</summary>
    public string? InvalidArgument { get; init; }

    /// <summary>The version that the caller speaks; the answer has nothing newer.</summary>
    public required ApiVersion Version { get; init; }

    /// <summary>The groups that it names, where they are not to be found in the arguments.</summary>
    public IReadOnlyList<GroupId> NamedGroups { init => _groups = value; }

    /// <summary>
    /// What the protocol answers a caller without a session, or with one that is over; null where that is the service's
    /// affair.
    /// </summary>
    public Func<VmodlCall, Outcome>? NoSession { get; init; }

    /// <inheritdoc/>
    public override string Face => Service.Face;

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKinds.Of(Operation);

    /// <inheritdoc/>
    public override CallTarget CalledOn => Workspace.Journal.Names.Of(Target);

    /// <inheritdoc/>
    public override IReadOnlyList<GroupId> Groups => _groups ??= Workspace.Journal.Names.Of(CallGroups.Of(Request));

    /// <inheritdoc/>
    public override bool MayWait => Service.Handlers.FindWaiting(Operation!) is not null;

    /// <inheritdoc/>
    public override Outcome? RefuseStranger() => Operation is { Privilege: null or Privileges.SystemAnonymous } ? null
        : NoSession is { } refuse ? refuse(this)
        : Service.NoSession(this);

    /// <summary>Asks for object, method, privilege and arguments, in this order.</summary>
    public override Outcome? Refuse(World world)
    {
        ManagedObjectInfo? type = Service.TypeOf(world, this, Target.Value);
        if (type is null || Service.Contract.FindManagedObject(Target.Type) is not { } named || !type.IsA(named))
        {
            return Outcome.Failed(
                new ManagedObjectNotFound { Obj = Target },
                $"The object '{Target.Type}:{Target.Value}' has already been deleted or has not been completely created.");
        }

        if (Operation is not { } operation || operation.Since > Version || !IsMethodOf(type, operation))
        {
            return Outcome.Failed(
                new MethodNotFound { Receiver = Target, Method = OperationName },
                $"'{type.Name}' has no method '{OperationName}' in version {Version}.");
        }

        if (operation.Privilege is { } privilege && Session is { } session && !session.User.Privileges.Contains(privilege))
        {
            return NoPermission(privilege);
        }

        return InvalidArgument is { } argument ? Invalid(argument) : null;
    }

    /// <inheritdoc/>
    public override Outcome Invoke(World world) => Service.Handlers.Find(Operation!)?.Invoke(this, Request!, world)
        ?? Outcome.Failed(new Vmodl.Vim.NotImplemented(), $"The method '{OperationName}' is not implemented.");

    /// <inheritdoc/>
    public override ValueTask<Outcome> InvokeAsync() => Service.Handlers.FindWaiting(Operation!)!(this, Request!);

    /// <inheritdoc/>
    public override string? TaskOf(Outcome outcome) => outcome.Value is ManagedObjectReference { Type: "SmsTask" } task ? task.Value : null;

    /// <inheritdoc/>
    public override CallPlace PlaceIn(World world) => FactsOfWorld.PlaceOf(world, Target.Value, Groups);

    /// <inheritdoc/>
    public override ICallFaults FaultsIn(World world) => new FaultContext(world, this);

    /// <inheritdoc/>
    public override Outcome Canceled() => Outcome.Failed(new RequestCanceled(), "The client has gone away.");

    /// <inheritdoc/>
    public override Outcome Crashed(long number) => Outcome.Failed(
        new SystemError { Reason = $"internal error #{number}" },
        $"A general system error occurred: internal error #{number}; the simulator's log has the details.");

    /// <inheritdoc/>
    public override string Describe(object? result) => result is ManagedObjectReference reference ? reference.Value : base.Describe(result);

    /// <summary>The answer to an argument that is missing or makes no sense.</summary>
    public static Outcome Invalid(string argument) => Outcome.Failed(
        new InvalidArgument { InvalidProperty = argument }, $"A specified parameter was not correct: {argument}");

    /// <inheritdoc/>
    internal override Outcome WithGroupFaults(Outcome outcome, IReadOnlyList<Intervention> interventions) => GroupResults.Change(outcome, interventions);

    /// <inheritdoc/>
    internal override ReadOnlyMemory<byte> Restyled(ReadOnlyMemory<byte> body, ReplyPlan plan) => OddReply.Of(body, plan, this);

    // Fetch is declared on the root of all objects, which other services' objects do not name as their base.
    private static bool IsMethodOf(ManagedObjectInfo type, OperationInfo operation) =>
        type.IsA(operation.Owner) || operation.Owner.Name == "ManagedObject";

    private static Outcome NoPermission(string privilege) => Outcome.Failed(
        new NoPermission
        {
            Object = _root,
            PrivilegeId = privilege,
            MissingPrivileges = [new NoPermissionEntityPrivileges { Entity = _root, PrivilegeIds = [privilege] }],
        },
        $"Permission to perform this operation was denied: {privilege} is needed.");
}
