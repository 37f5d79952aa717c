using VasaSim.Core;
using VasaSim.Server.Faces.Vim.Updates;
using VasaSim.Server.Faces.Vim.Views;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim;

/// <summary>
/// The views, property collectors and filters of one session, which only it sees and which end with it. Safe for
/// threads; what is inside a collector or a view is touched only while the workspace runs a piece of work.
/// </summary>
internal sealed class SessionObjects(string sessionKey)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, VimObject> _byId = new(StringComparer.Ordinal);
    private readonly List<ViewObject> _views = [];
    private long _made;
    private long _changes;
    private TaskCompletionSource _nextChange = NewSignal();

    public CollectorObject DefaultCollector { get; } = new(VimReferences.PropertyCollector);

    /// <summary>The session's views, oldest first.</summary>
    public IReadOnlyList<ViewObject> Views
    {
        get
        {
            lock (_gate)
            {
                return [.. _views];
            }
        }
    }

    /// <summary>Rises with every change of the session's objects.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Ends with the next change of the session's objects, or with the session.</summary>
    public Task NextChange
    {
        get
        {
            lock (_gate)
            {
                return _nextChange.Task;
            }
        }
    }

    public VimObject? Find(string id)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <summary>A reference for a new object. It follows from the session's key, so that the same run has the same ids.</summary>
    public ManagedObjectReference NewReference(string type)
    {
        long number = Interlocked.Increment(ref _made);
        return new ManagedObjectReference(type, $"session[{sessionKey}]{DerivedId.Guid($"{sessionKey}|object|{number}")}");
    }

    public void Add(VimObject made)
    {
        lock (_gate)
        {
            _byId.Add(made.Reference.Value, made);
            if (made is ViewObject view)
            {
                _views.Add(view);
            }
        }

        Changed();
    }

    public void Remove(VimObject gone)
    {
        lock (_gate)
        {
            _byId.Remove(gone.Reference.Value);
            if (gone is ViewObject view)
            {
                _views.Remove(view);
            }
        }

        Changed();
    }

    /// <summary>Says that something inside one of the objects has changed.</summary>
    public void Changed()
    {
        Interlocked.Increment(ref _changes);
        TaskCompletionSource changed;
        lock (_gate)
        {
            (changed, _nextChange) = (_nextChange, NewSignal());
        }

        changed.TrySetResult();
    }

    /// <summary>Forgets all objects: the session is over.</summary>
    public void End()
    {
        lock (_gate)
        {
            _byId.Clear();
            _views.Clear();
        }

        Changed();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
