using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>A group that a server told of.</summary>
/// <param name="Key">Its identity.</param>
/// <param name="Provider">The provider that told of it, and is asked about it.</param>
/// <param name="Info">What was told; null when there were so many groups that only ids were.</param>
internal sealed record KnownGroup(GroupKey Key, ManagedObjectReference Provider, GroupInfo? Info);
