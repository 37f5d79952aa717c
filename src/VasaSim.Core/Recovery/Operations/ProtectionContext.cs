using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>What a law looks at.</summary>
/// <param name="World">The world.</param>
/// <param name="Group">The group as it is now.</param>
/// <param name="Command">The call.</param>
/// <param name="Machine">The id of the machine that it is about; null: the whole group.</param>
internal sealed record ProtectionContext(World World, ProtectionGroup Group, ProtectionCommand Command, string? Machine)
{
    private readonly Lazy<IReadOnlyList<ProtectedMachine>> _members = new(() => new GroupRoster(World).Of(Group));

    /// <summary>The group's members.</summary>
    public IReadOnlyList<ProtectedMachine> Members => _members.Value;

    /// <summary>The member that it is about; null when it is none any more.</summary>
    public ProtectedMachine? Member => Members.FirstOrDefault(m => m.Id == Machine);
}
