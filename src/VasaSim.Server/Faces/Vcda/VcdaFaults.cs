using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>
/// Makes the errors that rules want of a call: the code is the fault's name, and text and args that a rule leaves out are
/// those that the call would get.
/// </summary>
internal sealed class VcdaFaults(VcdaCall call, World world) : ICallFaults
{
    /// <summary>What is wrong with the call is its answer; that something failed is told by the task, when one is started.</summary>
    public FaultShape AutoOf(string type, bool refusalsByTask) =>
        call.StartsTask && world.Knobs.Cloud.IllegalOrder == TaskFaultDelivery.Task && AskedError.StatusOf(type) >= ErrorCode.GeneralServerFailure.Status
            ? FaultShape.TaskError
            : FaultShape.SoapFault;

    /// <inheritdoc/>
    public Outcome Failed(string type, FaultSpec spec, GroupId? group) => Outcome.Failed(Make(type, spec));

    /// <inheritdoc/>
    public ForeignFault Foreign(string type, FaultSpec spec, GroupId? group) => AskedError.Kept(Make(type, spec));

    /// <inheritdoc/>
    public Outcome TooMany(long? most) => VcdaCall.Failed(ErrorCode.BadRequest, "The call names too many replications.");

    // Members belong to the one code that is named.
    private VcdaFailure Make(string code, FaultSpec spec) =>
        AskedError.Make(code, spec.Type == code ? spec.Fields : (JsonObject?)null, spec.Message, Usual(code));

    private VcdaFailure? Usual(string code) => code switch
    {
        _ when code == ErrorCode.NotAuthenticated.Name => call.RefuseStranger()?.Failure as VcdaFailure,
        _ when code == ErrorCode.RemoteAuthenticationFailure.Name => Admission.NeedsLogin(call.Site),
        _ when code == ErrorCode.Forbidden.Name => Admission.Forbidden(),
        _ when code == ErrorCode.SiteNotFound.Name => Admission.SiteNotFound(call.Site),
        _ when call.Operation.Subject != Subject.None && call.Operation.Errors.FirstOrDefault(e => e.Name == code) is { Status: 404 } missing =>
            Admission.NotFound(call, missing),
        _ => null,
    };
}
