using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>What the body of a VI JSON call says; the object and the method are in its address.</summary>
public sealed class JsonRequest
{
    /// <summary>The arguments; null if the body cannot be used.</summary>
    public Request? Request { get; internal init; }

    /// <summary>Why the body cannot be used at all; to be answered at once.</summary>
    public MethodFault? Error { get; internal init; }

    /// <summary>A sentence about <see cref="Error"/>.</summary>
    public string? ErrorText { get; internal init; }

    /// <summary>
    /// The path of the first argument that is missing or cannot be read, such as <c>groupId[1].deviceGroupId.id</c>; to
    /// be answered once session and privilege are known to be right.
    /// </summary>
    public string? InvalidArgument { get; internal init; }
}
