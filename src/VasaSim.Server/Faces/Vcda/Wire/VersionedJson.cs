using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>Writes messages without what is newer than the version that was asked for. Safe for threads.</summary>
internal static class VersionedJson
{
    private static readonly H4Version _recoveryTypes = new(4, 3);

    // What came when, as the changes from one version's reference to the next show.
    private static readonly (Type Type, string Member, H4Version Since)[] _members =
    [
        (typeof(VmReplicationInfo), "owner", new(4, 1)),
        (typeof(SingleVmReplicationInfo), "owner", new(4, 1)),
        (typeof(VmReplicationInfo), "placementPolicy", new(4, 4)),
        (typeof(SingleVmReplicationInfo), "placementPolicy", new(4, 4)),
        (typeof(VmReplicationInfo), "placementPolicyName", new(4, 4)),
        (typeof(SingleVmReplicationInfo), "placementPolicyName", new(4, 4)),
        (typeof(VcdRecoveryInfo), "optimizeUntil", _recoveryTypes),
        (typeof(VcRecoveryInfo), "optimizeUntil", _recoveryTypes),
    ];

    private static readonly H4Version[] _steps = [H4Version.Oldest, new(4, 1), _recoveryTypes, new(4, 4)];

    private static readonly Dictionary<H4Version, JsonSerializerOptions> _options = _steps.ToDictionary(s => s, OptionsOf);

    /// <summary>A type of <see cref="VcdaJson"/> as a version has it.</summary>
    public static JsonTypeInfo InVersion(JsonTypeInfo type, H4Version version) => _options[StepOf(version)].GetTypeInfo(type.Type);

    private static H4Version StepOf(H4Version version) => _steps.Last(s => s.CompareTo(version) <= 0);

    private static JsonSerializerOptions OptionsOf(H4Version version)
    {
        JsonSerializerOptions options = VcdaJson.OptionsOf();
        options.TypeInfoResolver = VcdaJson.Newest.WithAddedModifier(type => Reduce(type, version));
        options.MakeReadOnly();
        return options;
    }

    private static void Reduce(JsonTypeInfo type, H4Version version)
    {
        foreach ((_, string member, H4Version since) in _members.Where(m => m.Type == type.Type))
        {
            if (since.CompareTo(version) > 0)
            {
                type.Properties.Remove(type.Properties.First(p => p.Name == member));
            }
        }

        if (type.Type == typeof(RecoveryInfo) && _recoveryTypes.CompareTo(version) > 0)
        {
            IList<JsonDerivedType> derived = type.PolymorphismOptions!.DerivedTypes;
            for (int i = 0; i < derived.Count; i++)
            {
                derived[i] = new JsonDerivedType(derived[i].DerivedType);
            }
        }
    }
}
