using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Laws;

/// <summary>One thing that happens to a world. Numbers are taken modulo what there is to choose from when it happens.</summary>
internal abstract record Step
{
    /// <summary>Sequences of <paramref name="length"/> steps; a failing one is cut down to the steps it takes.</summary>
    public static Arbitrary<Step[]> Sequences(int length) => Arb.From(Gen.ArrayOf(Any(), length), Shorter);

    private static Gen<Step> Any()
    {
        Gen<ReplicationOperation> operation = Gen.Elements(Enum.GetValues<ReplicationOperation>());
        Gen<int> number = Gen.Choose(0, 9999);
        Gen<bool> flag = Gen.Elements(true, false);
        Gen<bool> seldom = Gen.Elements(true, false, false, false, false, false);
        Gen<int> replica = Gen.Frequency((6, Gen.Constant(-1)), (1, Gen.Constant(-2)), (3, number));

        // What fits the group's state, so that the interesting states are reached; and anything at all.
        Gen<Step> fitting = from g in number from n in number from r in replica from c in seldom select (Step)new Fitting(g, n, r, c);
        Gen<Step> call =
            from o in operation from a in number from b in number from three in number from r in replica
            from p in flag from c in seldom from f in seldom
            select (Step)new Call(o, a, b, three, r, p, c, f);
        Gen<Step> link = from n in Gen.Choose(0, 3) from up in flag select (Step)new SetLink(n, up);
        Gen<Step> provider = from n in Gen.Choose(0, 3) from what in Gen.Choose(0, 9) select (Step)new Change(n, what);
        Gen<Step> wait = Gen.Elements(50, 500, 1000, 2000, 2000, 3000, 40_000, 1_200_000, 3_600_000).Select(ms => (Step)new Wait(ms));
        Gen<Step> query = from n in number from kind in Gen.Choose(0, 3) select (Step)new Query(n, kind);
        return Gen.Frequency((8, fitting), (4, call), (2, link), (1, provider), (7, wait), (1, query));
    }

    private static IEnumerable<Step[]> Shorter(Step[] steps)
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

/// <summary>A call of any operation on up to three groups.</summary>
internal sealed record Call(ReplicationOperation Operation, int First, int Second, int Third, int Replica, bool Planned, bool CheckOnly, bool Force) : Step;

/// <summary>A call that the group's state allows.</summary>
internal sealed record Fitting(int Group, int Choice, int Replica, bool CheckOnly) : Step
{
    public ReplicationOperation Operation(ReplicationState state)
    {
        ReplicationOperation[] fitting = state switch
        {
            ReplicationState.Target => [ReplicationOperation.Sync, ReplicationOperation.TestStart, ReplicationOperation.Failover, ReplicationOperation.Failover],
            ReplicationState.InTest => [ReplicationOperation.TestStop, ReplicationOperation.Promote],
            ReplicationState.FailedOver => [ReplicationOperation.Reverse, ReplicationOperation.Reverse, ReplicationOperation.Failover],
            _ => [ReplicationOperation.PrepareFailover],
        };
        return fitting[Choice % fitting.Length];
    }
}

/// <summary>A link goes down or up.</summary>
internal sealed record SetLink(int Which, bool Up) : Step
{
    private static readonly (string, string)[] _links = [("fd-a1", "fd-b1"), ("fd-a1", "fd-n1"), ("fd-b1", "fd-n1"), ("fd-io-a", "fd-io-b")];

    public (string One, string Other) Ends => _links[Which];
}

/// <summary>Something about a provider changes; half of the changes are cures.</summary>
internal sealed record Change(int Which, int What) : Step
{
    public string Provider => new[] { Inventory.A1, Inventory.A1Standby, Inventory.B1, Inventory.Io }[Which];

    public ProviderPatch Patch => What switch
    {
        0 => new() { Status = ProviderStatus.Offline },
        1 => new() { Busy = true },
        2 => new() { OutOfResource = true },
        3 => new() { ReverseIds = ReverseIds.Keep },
        4 => new() { ReverseIds = ReverseIds.New },
        _ => new() { Status = ProviderStatus.Online, Busy = false, OutOfResource = false },
    };
}

/// <summary>Time passes.</summary>
internal sealed record Wait(int Milliseconds) : Step;

/// <summary>Somebody asks.</summary>
internal sealed record Query(int Number, int Kind) : Step;
