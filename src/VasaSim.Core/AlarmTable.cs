using VasaSim.Core.Model;

namespace VasaSim.Core;

/// <summary>Alarms by provider, in order of their numbers.</summary>
internal sealed class AlarmTable
{
    private readonly Dictionary<string, SortedDictionary<long, StorageAlarm>> _byProvider = [];

    public IEnumerable<StorageAlarm> All => _byProvider.Values.SelectMany(alarms => alarms.Values);

    public IEnumerable<StorageAlarm> Of(string provider) =>
        _byProvider.TryGetValue(provider, out SortedDictionary<long, StorageAlarm>? alarms) ? alarms.Values : [];

    public StorageAlarm? Set(string provider, long id, StorageAlarm? value)
    {
        if (!_byProvider.TryGetValue(provider, out SortedDictionary<long, StorageAlarm>? alarms))
        {
            _byProvider[provider] = alarms = [];
        }

        StorageAlarm? before = alarms.GetValueOrDefault(id);
        if (value is null)
        {
            alarms.Remove(id);
        }
        else
        {
            alarms[id] = value;
        }

        return before;
    }
}
