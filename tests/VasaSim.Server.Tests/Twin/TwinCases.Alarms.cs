namespace VasaSim.Server.Tests.Twin;

/// <content>Alarms.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> Alarms() => [];
}
