using VasaSim.Core.Model;
using VasaSim.Core.Providers;

namespace VasaSim.Core;

/// <summary>What will happen to providers by itself, in order of time. Kept as they change, since every call asks for the first.</summary>
internal sealed class ProviderAgenda
{
    private readonly SortedSet<ProviderEvent> _events = new(Comparer<ProviderEvent>.Create((a, b) =>
        a.At != b.At ? a.At.CompareTo(b.At)
        : a.IsPoll != b.IsPoll ? a.IsPoll.CompareTo(b.IsPoll)
        : string.CompareOrdinal(a.Provider, b.Provider)));

    /// <summary>What happens next; null: nothing.</summary>
    public ProviderEvent? Next => _events.Min;

    public void Change(Provider? before, Provider? after) => Change(ProviderEvents.Of(before), ProviderEvents.Of(after));

    public void Change(ProviderEndpoint? before, ProviderEndpoint? after) => Change(ProviderEvents.Of(before), ProviderEvents.Of(after));

    private void Change(ProviderEvent? before, ProviderEvent? after)
    {
        if (before is not null)
        {
            _events.Remove(before);
        }

        if (after is not null)
        {
            _events.Add(after);
        }
    }
}
