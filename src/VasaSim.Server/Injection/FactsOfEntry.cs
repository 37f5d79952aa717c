using VasaSim.Core.Model;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Injection;

/// <summary>What rules may ask about a call of the journal: the world as it was when the call came.</summary>
/// <param name="entry">The call.</param>
/// <param name="facts">What the world was like.</param>
/// <param name="header">Gives the request's headers.</param>
internal sealed class FactsOfEntry(JournalEntry entry, RecordedFacts facts, Func<string, string?> header) : CallFacts
{
    /// <inheritdoc/>
    public override string Face => entry.Face ?? "";

    /// <inheritdoc/>
    public override string Protocol => entry.Protocol ?? "";

    /// <inheritdoc/>
    public override string Operation => entry.Operation ?? "";

    /// <inheritdoc/>
    public override OperationKind Kind => entry.Kind;

    /// <inheritdoc/>
    public override string? Site => facts.Place.Site;

    /// <inheritdoc/>
    public override string? Provider => facts.Place.Provider;

    /// <inheritdoc/>
    public override string? ProviderName => facts.Place.ProviderName;

    /// <inheritdoc/>
    public override string? User => entry.User;

    /// <inheritdoc/>
    public override string? Client => entry.Client;

    /// <inheritdoc/>
    public override string? Session => entry.Session?.Key;

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> Groups => facts.KnownGroups;

    /// <inheritdoc/>
    public override string? Header(string name) => header(name);

    /// <inheritdoc/>
    public override bool? IsLinkUp(string one, string other) => !facts.LinksDown.Contains(Link.Order(one, other));
}
