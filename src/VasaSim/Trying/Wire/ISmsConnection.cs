using VasaSim.Vmodl;

namespace VasaSim.Trying.Wire;

/// <summary>Speaks one of the protocols with a server. Keeps the session; makes one call at a time.</summary>
internal interface ISmsConnection
{
    /// <summary>Opens a session, which later calls show.</summary>
    Task<Answer> LogInAsync(string user, string password, CancellationToken cancellation);

    /// <summary>Makes a call once.</summary>
    Task<Answer> CallAsync(ManagedObjectReference target, Request request, CancellationToken cancellation);
}
