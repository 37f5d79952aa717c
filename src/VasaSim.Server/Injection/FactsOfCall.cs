using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Injection;

/// <summary>What rules may ask about a call, answered from the world as it is at that point. Used in a turn on the world.</summary>
internal sealed class FactsOfCall(World world, Call call) : CallFacts
{
    private IReadOnlyList<GroupFacts>? _groups;
    private Provider? _provider;
    private bool _providerKnown;

    /// <inheritdoc/>
    public override string Face => call.Service.Contract.Name;

    /// <inheritdoc/>
    public override string Protocol => call.Protocol;

    /// <inheritdoc/>
    public override string Operation => call.Method;

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKinds.Of(call.Operation);

    /// <inheritdoc/>
    public override string? Site => ProviderOfCall?.Site;

    /// <inheritdoc/>
    public override string? Provider => ProviderOfCall?.Id;

    /// <inheritdoc/>
    public override string? ProviderName => ProviderOfCall?.Name;

    /// <inheritdoc/>
    public override string? User => call.Session?.User.Name;

    /// <inheritdoc/>
    public override string? Client => call.UserAgent;

    /// <inheritdoc/>
    public override string? Session => call.Session?.Key;

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> Groups => _groups ??= FactsOfWorld.GroupsOf(world, CallGroups.Of(call.Request));

    /// <inheritdoc/>
    public override string? Header(string name) => call.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) ? values.ToString() : null;

    /// <inheritdoc/>
    public override bool? IsLinkUp(string one, string other) => FactsOfWorld.IsLinkUp(world, one, other);

    private Provider? ProviderOfCall
    {
        get
        {
            if (!_providerKnown)
            {
                _providerKnown = true;
                _provider = FactsOfWorld.ProviderOf(world, call.Target.Value, CallGroups.Of(call.Request));
            }

            return _provider;
        }
    }
}
