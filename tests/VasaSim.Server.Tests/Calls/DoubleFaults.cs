using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Tests.Calls;

/// <summary>Faults are codes, whose text names the group that they are about.</summary>
internal sealed class DoubleFaults : ICallFaults
{
    public FaultShape AutoOf(string type, bool refusalsByTask) => FaultShape.SoapFault;

    public Outcome Failed(string type, FaultSpec spec, GroupId? group) => Outcome.Failed(new DoubleFailure(409, type, spec.Message ?? $"asked for {group}"));

    public ForeignFault Foreign(string type, FaultSpec spec, GroupId? group) => new(type, "{}", spec.Message ?? $"asked for {group}");

    public Outcome TooMany(long? most) => Outcome.Failed(new DoubleFailure(400, "TooManyGroups", $"at most {most}"));
}
