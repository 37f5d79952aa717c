using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Moves a replica to another storage profile; what was recovered is no replica any more.</summary>
internal sealed class StorageProfileLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs => Receiving;

    public override Fault? CheckCall(CloudContext context) => context.Replication.Destination.Vdc is { } vdc
        ? ReplicationEnds.StorageProfile(context.World.Cloud.FindVdc(vdc)!, Wanted(context.Command)).Fault
        : new InvalidArgument("storageProfileId");

    public override VmReplication Apply(CloudContext context) =>
        context.Replication with { Destination = context.Replication.Destination with { StorageProfile = Wanted(context.Command) } };

    public override VappReplication ApplyToVapp(CloudCommand command, VappReplication vapp) =>
        vapp with { Destination = vapp.Destination with { StorageProfile = Wanted(command) } };

    private static string Wanted(CloudCommand command) => ((StorageProfileCommand)command).StorageProfile;
}
