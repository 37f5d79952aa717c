using System.Text.Json;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>Makes the errors that rules want of a call: the code is the fault's name.</summary>
internal sealed class VcdaFaults : ICallFaults
{
    private const string Text = "The operation failed.";

    /// <inheritdoc/>
    public FaultShape AutoOf(string type, bool refusalsByTask) => refusalsByTask ? FaultShape.TaskError : FaultShape.SoapFault;

    /// <inheritdoc/>
    public Outcome Failed(string type, FaultSpec spec, GroupId? group) =>
        VcdaCall.Failed(new ErrorCode(type, ErrorCode.GeneralServerFailure.Status), spec.Message ?? Text);

    /// <inheritdoc/>
    public ForeignFault Foreign(string type, FaultSpec spec, GroupId? group) =>
        new(type, JsonSerializer.Serialize(new ApiError(type, spec.Message ?? Text, []), VcdaJson.Newest.ApiError), spec.Message ?? Text);

    /// <inheritdoc/>
    public Outcome TooMany(long? most) => VcdaCall.Failed(ErrorCode.BadRequest, "The call names too many replications.");
}
