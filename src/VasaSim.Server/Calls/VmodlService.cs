using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Vmodl;

namespace VasaSim.Server.Calls;

/// <summary>A service of the vSphere kind: its contract, its objects, and who answers its methods. Stateless.</summary>
public abstract class VmodlService
{
    /// <summary>Makes the service.</summary>
    protected VmodlService(string face, ServiceContract contract)
    {
        Face = face;
        Contract = contract;
        Handlers = new HandlerTable(contract);
    }

    /// <summary>The API, one of <see cref="FaceNames"/>.</summary>
    public string Face { get; }

    /// <summary>What the service offers.</summary>
    public ServiceContract Contract { get; }

    /// <summary>Who answers.</summary>
    public HandlerTable Handlers { get; }

    /// <summary>The type of the object with an id, or null when there is no such object.</summary>
    public abstract ManagedObjectInfo? TypeOf(World world, VmodlCall call, string id);

    /// <summary>Which of the session ids that a SOAP client shows counts for this service.</summary>
    /// <param name="header">The text of the SOAP header <c>vcSessionCookie</c>.</param>
    /// <param name="cookie">The value of the HTTP cookie.</param>
    /// <param name="knobs">The lab's choices.</param>
    public abstract string? SessionIdOf(string? header, string? cookie, Knobs knobs);

    /// <summary>What a call without a session, or with one that is over, is answered.</summary>
    public abstract Outcome NoSession(VmodlCall call);
}
