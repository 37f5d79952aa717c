using VasaSim.Core;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>What rules may ask about a call, answered from the world as it is at that point. Used in a turn on the world.</summary>
internal sealed class FactsOfCall(World world, Call call) : CallFacts
{
    private IReadOnlyList<GroupFacts>? _groups;
    private CallPlace? _place;

    /// <inheritdoc/>
    public override string Face => call.Face;

    /// <inheritdoc/>
    public override string Protocol => call.Protocol;

    /// <inheritdoc/>
    public override string Operation => call.OperationName;

    /// <inheritdoc/>
    public override OperationKind Kind => call.Kind;

    /// <inheritdoc/>
    public override string? Site => Place.Site;

    /// <inheritdoc/>
    public override string? Provider => Place.Provider;

    /// <inheritdoc/>
    public override string? ProviderName => Place.ProviderName;

    /// <inheritdoc/>
    public override string? User => call.UserName;

    /// <inheritdoc/>
    public override string? Client => call.UserAgent;

    /// <inheritdoc/>
    public override string? Session => call.Session?.Key;

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> Groups => _groups ??= call.GroupsIn(world);

    /// <inheritdoc/>
    public override string? Header(string name) => call.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) ? values.ToString() : null;

    /// <inheritdoc/>
    public override bool? IsLinkUp(string one, string other) => FactsOfWorld.IsLinkUp(world, one, other);

    private CallPlace Place => _place ??= call.PlaceIn(world);
}
