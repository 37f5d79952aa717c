using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>A member of a protection group.</summary>
/// <param name="Id">The machine's id. Of one that only its provider still knows: its name.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Machine">The machine; null: the vCenter does not have it.</param>
/// <param name="Groups">The replication groups that it is in, whoever protects them; none where others replicate it.</param>
/// <param name="IsReplicated">Whether what the group names has it; if not, it is here because it is protected.</param>
/// <param name="Protection">Its protection; null: it is not configured.</param>
public sealed record ProtectedMachine(
    string Id, string Name, VirtualMachine? Machine, IReadOnlyList<GroupId> Groups, bool IsReplicated, MachineProtection? Protection);
