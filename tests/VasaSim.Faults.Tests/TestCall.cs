using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Tests;

/// <summary>A call that says what a test gives it.</summary>
internal sealed class TestCall : CallFacts
{
    public override string Face => "sms";

    public override string Protocol => ProtocolName;

    public override string Operation => OperationName;

    public override OperationKind Kind => OperationKind.Task;

    public override string? Site => SiteName;

    public override string? Provider => ProviderId;

    public override string? ProviderName => "ARRAY-A1 CT0";

    public override string? User => UserName;

    public override string? Client => "python-requests/2";

    public override string? Session => "52-a";

    public override IReadOnlyList<GroupFacts> Groups => GroupList;

    public string OperationName { get; init; } = "SyncReplicationGroup_Task";

    public string ProtocolName { get; init; } = "soap";

    public string? SiteName { get; init; } = "A";

    public string? ProviderId { get; init; } = "vasaProvider-1";

    public string? UserName { get; init; } = "administrator@sim.local";

    public IReadOnlyList<GroupFacts> GroupList { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    public bool? Link { get; init; } = true;

    /// <summary>A call with groups of the fault domain fd-b1.</summary>
    public static TestCall With(params string[] groups) => new() { GroupList = [.. groups.Select(g => new GroupFacts("fd-b1", g) { State = "TARGET" })] };

    public override string? Header(string name) => Headers.GetValueOrDefault(name);

    public override bool? IsLinkUp(string one, string other) => Link;
}
