using System.Text.Json;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Faults.Actions;
using VasaSim.Server.Faces.Srm.Operations;

namespace VasaSim.Server.Faces.Srm;

/// <summary>What rules let one call believe, whatever is so. Of several rules the one that comes first holds.</summary>
internal sealed class Deception
{
    private static readonly Dictionary<string, ProtectionStatus> _words =
        Enum.GetValues<ProtectionStatus>().ToDictionary(s => JsonNamingPolicy.SnakeCaseUpper.ConvertName(s.ToString()), StringComparer.Ordinal);

    private readonly List<(ProtectionStatusSpec Told, IReadOnlyList<GroupId>? Groups)> _statuses = [];

    /// <summary>How the paired site stands to it; null: as it does.</summary>
    public PeerState? Peer { get; private set; }

    /// <summary>Takes in what a rule wants.</summary>
    /// <param name="action">What the rule does.</param>
    /// <param name="groups">The replication groups that it is for; null: all of the call, and machines that are in none.</param>
    public void Note(RuleAction action, IReadOnlyList<GroupId>? groups)
    {
        Peer ??= action.Peer switch
        {
            PeerLoss.Down => PeerState.Down,
            PeerLoss.NotAuthenticated => PeerState.NotAuthenticated,
            _ => null,
        };
        if (action.ProtectionStatus is { } told)
        {
            _statuses.Add((told, groups));
        }
    }

    /// <summary>The machine of a protection group as the call is told of it.</summary>
    public DescribedMember Of(DescribedMember member)
    {
        ProtectionStatusSpec? told = _statuses.FirstOrDefault(s => IsFor(s.Told, member) && s.Groups?.Intersect(member.Machine.Groups).Any() != false).Told;
        return told is null ? member : member with { Status = new(_words[told.Status], told.Errors) };
    }

    private static bool IsFor(ProtectionStatusSpec told, DescribedMember member) =>
        told.Machines?.Any(m => m.Fits(member.Machine.Name) || m.Fits(member.Machine.Id)) != false;
}
