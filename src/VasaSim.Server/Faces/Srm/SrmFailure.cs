using VasaSim.Server.Calls;

namespace VasaSim.Server.Faces.Srm;

/// <summary>An error of the API as the answer to a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code; told to clients only where the status has a body.</param>
/// <param name="Message">The text for people.</param>
internal sealed record SrmFailure(int Status, string Code, string Message) : Failure(Message)
{
    /// <inheritdoc/>
    public override string Name => Code;

    /// <summary>A failure of a kind.</summary>
    public static SrmFailure Of(SrmFault fault, string message) => new(fault.Status, fault.Name, message);
}
