using System.Text.Json;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm;

/// <summary>
/// Makes the errors that rules want of a call: the code is the fault's name, and a text that a rule leaves out is the one
/// that the call would get.
/// </summary>
internal sealed class SrmFaults(SrmCall call) : ICallFaults
{
    /// <summary>An error is the answer to the call, unless a rule wants it of the task.</summary>
    public FaultShape AutoOf(string type, bool refusalsByTask) => FaultShape.SoapFault;

    /// <inheritdoc/>
    public Outcome Failed(string type, FaultSpec spec, GroupId? group) => Outcome.Failed(Make(type, spec));

    /// <inheritdoc/>
    public ForeignFault Foreign(string type, FaultSpec spec, GroupId? group)
    {
        SrmFailure failure = Make(type, spec);
        return new ForeignFault(failure.Code, JsonSerializer.Serialize(new TaskError(failure.Message, failure.Code), SrmJson.Newest.TaskError), failure.Message);
    }

    /// <inheritdoc/>
    public Outcome TooMany(long? most) => SrmCall.Failed(SrmFault.InvalidArgument, "The call names too many replication groups.");

    private SrmFailure Make(string code, FaultSpec spec) => AskedFault.Make(
        code, spec.Type == code ? spec.Fields : null, spec.Message ?? Usual(code)?.Message);

    private SrmFailure? Usual(string code) => code switch
    {
        _ when code == SrmFault.NoPermission.Name => Admission.Forbidden(),
        _ when code == SrmFault.NotSupported.Name => SrmFailure.Of(SrmFault.NotSupported, $"{call.Operation.Id} is not simulated."),
        _ when code == SrmFault.RemoteSiteNotAuthenticated.Name => Admission.NotAuthenticated(call.Scope),
        _ when code == SrmFault.RemoteSiteNotReachable.Name => Admission.NotReachable(call.Scope),
        _ => null,
    };
}
