using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>What a SOAP message asks for, as far as it could be read.</summary>
public sealed class SoapRequest
{
    /// <summary>The local name of the body's child, that is the method; null if there is none.</summary>
    public string? BodyElement { get; internal set; }

    /// <summary>The method; null if the service has none of that name.</summary>
    public OperationInfo? Operation { get; internal set; }

    /// <summary>The object that the method is called on; null if the message names none.</summary>
    public ManagedObjectReference? This { get; internal set; }

    /// <summary>The arguments; null if the method is unknown.</summary>
    public Request? Request { get; internal set; }

    /// <summary>The session that the message's header names, without quotes; null if it names none.</summary>
    public string? SessionCookie { get; internal set; }

    /// <summary>Why the message cannot be used at all; to be answered at once.</summary>
    public MethodFault? Error { get; internal set; }

    /// <summary>A sentence about <see cref="Error"/>.</summary>
    public string? ErrorText { get; internal set; }

    /// <summary>
    /// The path of the first argument that is missing or cannot be read, such as <c>groupId[1].deviceGroupId.id</c>; to
    /// be answered once session and privilege are known to be right.
    /// </summary>
    public string? InvalidArgument { get; internal set; }
}
