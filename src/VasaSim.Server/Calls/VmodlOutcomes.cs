using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Calls;

/// <summary>Outcomes of calls of the vSphere kind.</summary>
public static class VmodlOutcomes
{
    extension(Outcome)
    {
        /// <summary>A fault. A fault is an answer, not an error of the program.</summary>
        public static Outcome Failed(MethodFault fault, string message) => Outcome.Failed(new VmodlFailure(fault, message));
    }
}
