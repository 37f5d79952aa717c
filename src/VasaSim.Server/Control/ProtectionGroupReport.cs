using System.Text.Json;
using System.Text.Json.Serialization;
using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Server.Control;

/// <summary>A protection group as it is now. Statuses are the words that clients of SRM are told.</summary>
public sealed record ProtectionGroupReport
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique among protection groups.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>How its machines are replicated: <c>VVOL</c>, <c>HBR</c> or <c>ABR</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The site whose machines are protected.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>What it names: groups such as <c>fd-a1/rg-01</c>, the ids of machines, or those of datastores, by its kind.</summary>
    public required IReadOnlyList<string> Replicated { get; init; }

    /// <summary>How it is, such as <c>OK</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How far it is with its recovery, such as <c>READY</c>.</summary>
    public required string RecoveryStatus { get; init; }

    /// <summary>How many machines it has.</summary>
    public required int MemberCount { get; init; }

    /// <summary>The ids of the tasks that work on it or on machines of it now.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Its machines; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProtectionMemberReport>? Members { get; init; }

    /// <summary>What is wrong with its machines; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProtectionIssueReport>? Issues { get; init; }

    internal static ProtectionGroupReport Of(World world, DescribedGroup described)
    {
        ProtectionGroup group = described.Group;
        return new()
        {
            Id = group.Id,
            Name = group.Name,
            Description = group.Description,
            Kind = WordOf(group.Members.Kind),
            ProtectedSite = group.ProtectedSite,
            RecoverySite = group.RecoverySite,
            Replicated = [.. group.Members.Groups.Select(g => g.ToString()), .. group.Members.Machines, .. group.Members.Datastores],
            Status = WordOf(described.Status),
            RecoveryStatus = WordOf(described.Recovery),
            MemberCount = described.Members.Count,
            Tasks = [.. ProtectionTasks.WorkingOn(world, group.Id).Select(t => t.Id)],
        };
    }

    internal static ProtectionGroupReport WithMembers(World world, ProtectionGroup group)
    {
        DescribedGroup described = RecoveryQueries.Describe(world, group);
        return Of(world, described) with
        {
            Members = [.. described.Members.Select(ProtectionMemberReport.Of)],
            Issues = [.. RecoveryQueries.Issues(world, group).Select(i => new ProtectionIssueReport(i.Machine.Id, i.Description, i.IsError))],
        };
    }

    internal static string WordOf(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}

/// <summary>A machine of a protection group.</summary>
/// <param name="Machine">Its id; of one that only its provider still knows, its name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Protected">Whether it is configured.</param>
/// <param name="Status">How it is with its protection, such as <c>OK</c> or <c>PLACEHOLDER_VM_DELETED</c>.</param>
/// <param name="Errors">What there is to say of the status.</param>
/// <param name="Placeholder">What stands for it at the recovery site, or null.</param>
public sealed record ProtectionMemberReport(
    string Machine, string Name, bool Protected, string Status, IReadOnlyList<string> Errors, Placeholder? Placeholder)
{
    internal static ProtectionMemberReport Of(DescribedMember member) => new(
        member.Machine.Id,
        member.Machine.Name,
        member.Machine.Protection is not null,
        ProtectionGroupReport.WordOf(member.Status.Status),
        member.Status.Errors ?? [],
        member.Machine.Protection?.Placeholder);
}

/// <summary>What is wrong with a machine of a protection group.</summary>
/// <param name="Machine">The machine, as its members have it.</param>
/// <param name="Description">What is wrong, in words.</param>
/// <param name="IsError">Whether it would not be recovered, or is only less well protected than wanted.</param>
public sealed record ProtectionIssueReport(string Machine, string Description, bool IsError);

/// <summary>The protection groups in the order of making.</summary>
public sealed record ProtectionGroupList(IReadOnlyList<ProtectionGroupReport> ProtectionGroups);
