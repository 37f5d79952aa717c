using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Calls;

/// <summary>A fault of the vSphere kind.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Message">Its text for people.</param>
public sealed record VmodlFailure(MethodFault Fault, string Message) : Failure(Message)
{
    /// <inheritdoc/>
    public override string Name => Fault.TypeInfo.Name;
}
