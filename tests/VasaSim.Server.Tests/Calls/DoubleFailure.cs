using VasaSim.Server.Calls;

namespace VasaSim.Server.Tests.Calls;

/// <summary>A failure of the API of these tests: a status with a code.</summary>
internal sealed record DoubleFailure(int Status, string Code, string Message) : Failure(Message)
{
    public override string Name => Code;
}
