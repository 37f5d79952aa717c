using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>An error of the API as the answer to a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">What is told.</param>
internal sealed record VcdaFailure(int Status, ApiError Error) : Failure(Error.Msg)
{
    /// <inheritdoc/>
    public override string Name => Error.Code;

    /// <summary>A failure of a code.</summary>
    public static VcdaFailure Of(ErrorCode code, string message, params IReadOnlyList<string> args) => new(code.Status, new ApiError(code.Name, message, args));
}
