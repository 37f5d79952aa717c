using System.Runtime.CompilerServices;
using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Faces.Vim;

/// <summary>
/// Makes the scopes of calls, and keeps what sessions have made for as long as the sessions live. Safe for threads.
/// </summary>
internal sealed class VimScopes
{
    private readonly ConditionalWeakTable<Session, SessionObjects> _objects = [];
    private long _sessionChanges;

    /// <summary>Rises whenever somebody logs in or out.</summary>
    public long SessionChanges => Interlocked.Read(ref _sessionChanges);

    public VimScope Of(VmodlCall call, World world) => new(world, call, call.Session is { } session ? ObjectsOf(session) : null);

    public SessionObjects ObjectsOf(Session session) => _objects.GetValue(session, static s => new SessionObjects(s.Key));

    public void Began() => Interlocked.Increment(ref _sessionChanges);

    /// <summary>Forgets what a session has made, and wakes its calls that wait.</summary>
    public void Ended(Session session)
    {
        Interlocked.Increment(ref _sessionChanges);
        if (_objects.TryGetValue(session, out SessionObjects? objects))
        {
            _objects.Remove(session);
            objects.End();
        }
    }
}
