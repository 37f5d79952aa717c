using VasaSim.Core.Lab;
using VasaSim.Lab;

namespace VasaSim.Server.Tests;

/// <summary>Labs for tests.</summary>
public static class TestLabs
{
    /// <summary>The default lab with other knobs.</summary>
    public static LabDefinition With(Func<Knobs, Knobs> change) =>
        KnownLabs.TwoSites with { Knobs = change(KnownLabs.TwoSites.Knobs) };
}
