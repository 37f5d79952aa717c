using System.Globalization;
using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>A property collector of a session, with its filters and what it has told of them.</summary>
internal sealed class CollectorObject(ManagedObjectReference reference) : VimObject(reference)
{
    // A client that lost an answer asks for the version before; clients that share a session may be some behind.
    private const int KnownVersions = 8;

    private readonly OrderedDictionary<string, CollectorState> _told = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>The filters, oldest first.</summary>
    public List<FilterObject> Filters { get; } = [];

    /// <summary>The pages still to be fetched.</summary>
    public RetrievedPages Pages { get; } = new();

    /// <summary>How often waiting was canceled; a call that finds another number than it began with was meant.</summary>
    public long Cancellations { get; private set; }

    public override object? Read(string property, VimScope scope) =>
        property == "filter" ? Filters.Select(f => f.Reference).ToArray() : throw Unknown(property);

    /// <summary>What was told up to a version: nothing for the empty one. Null when the version is not known any more.</summary>
    public CollectorState? ToldUpTo(string? version) =>
        string.IsNullOrEmpty(version) ? CollectorState.Empty : _told.GetValueOrDefault(version);

    /// <summary>Notes what has been told, and gives it a version.</summary>
    public string Tell(CollectorState told)
    {
        string version = (++_version).ToString(CultureInfo.InvariantCulture);
        _told[version] = told;
        if (_told.Count > KnownVersions)
        {
            _told.RemoveAt(0);
        }

        return version;
    }

    /// <summary>Ends the calls that wait.</summary>
    public void CancelWaits() => Cancellations++;
}
