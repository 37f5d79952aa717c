using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Cloud.Operations;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>One thing that happens to clouds. Numbers are taken modulo what there is to choose from when it happens.</summary>
internal abstract record CloudStep
{
    /// <summary>Sequences of steps; a failing one is cut down to the steps it takes.</summary>
    public static Arbitrary<CloudStep[]> Sequences(int length) => Arb.From(Gen.ArrayOf(Any(), length), Shorter);

    private static Gen<CloudStep> Any()
    {
        Gen<int> number = Gen.Choose(0, 9999);
        Gen<bool> flag = Gen.Elements(true, false);
        Gen<CloudOperation> operation = Gen.Elements(Enum.GetValues<CloudOperation>());

        Gen<CloudStep> call = from o in operation from n in number from v in flag from s in flag select (CloudStep)new CloudStepCall(o, n, v, s);
        Gen<CloudStep> start = from n in number from v in flag from s in flag select (CloudStep)new CloudStepCall(CloudOperation.Start, n, v, s);
        Gen<CloudStep> link = from up in flag select (CloudStep)new CloudStepLink(up);
        Gen<CloudStep> power = from n in number from runs in flag select (CloudStep)new CloudStepPower(n, runs);
        Gen<CloudStep> wait = Gen.Elements(300, 1000, 1000, 3000, 3000, 60_000, 3_600_000, 90_000_000).Select(ms => (CloudStep)new CloudStepWait(ms));
        return Gen.Frequency((10, call), (3, start), (2, link), (1, power), (9, wait));
    }

    private static IEnumerable<CloudStep[]> Shorter(CloudStep[] steps)
    {
        for (int size = steps.Length / 2; size > 0; size /= 2)
        {
            for (int from = 0; from + size <= steps.Length; from += size)
            {
                yield return [.. steps[..from], .. steps[(from + size)..]];
            }
        }
    }
}

/// <summary>A call, of a machine's replication or of a vApp's.</summary>
internal sealed record CloudStepCall(CloudOperation Operation, int Number, bool OfVapp, bool Sync) : CloudStep;

/// <summary>The link between the clouds goes down or up.</summary>
internal sealed record CloudStepLink(bool Up) : CloudStep;

/// <summary>A machine is powered on or off.</summary>
internal sealed record CloudStepPower(int Number, bool On) : CloudStep;

/// <summary>Time passes.</summary>
internal sealed record CloudStepWait(int Milliseconds) : CloudStep;
