using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Lab;

/// <summary>What a lab with clouds has unless it says otherwise.</summary>
public static class CloudDefaults
{
    /// <summary>The SLA profiles that the product comes with; their RPOs are published.</summary>
    public static IReadOnlyList<SlaProfile> SlaProfiles { get; } =
        [Profile("Gold", 30), Profile("Silver", 2 * 60), Profile("Bronze", 4 * 60)];

    /// <summary>One policy for all, which allows everything.</summary>
    public static IReadOnlyList<ReplicationPolicy> Policies { get; } = [new() { Id = "", DisplayName = "default", Ordinal = 0 }];

    private static SlaProfile Profile(string name, int rpo) =>
        new() { Id = "", DisplayName = name, Settings = new() { Rpo = rpo }, Ordinal = 0 };
}
