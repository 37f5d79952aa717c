namespace VasaSim.Server.Tests.Twin;

/// <content>Registering providers, and what happens to them afterwards.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> LifeCycle() => [];
}
