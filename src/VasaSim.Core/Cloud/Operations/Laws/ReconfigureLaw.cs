using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Reconfigure: other settings, or another SLA profile.</summary>
internal sealed class ReconfigureLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs => Any;

    public override Fault? CheckCall(CloudContext context)
    {
        ReconfigureCommand command = (ReconfigureCommand)context.Command;
        VmReplication replication = context.Replication;
        return SettingsCheck.Resolve(context.World, Merged(replication.Settings, command), SlaProfileOf(replication, command))
            .TryGet(out ReplicationSettings? settings, out Fault? fault)
                ? PolicyCheck.Settings(context.World, replication.Source, replication.Destination, settings)
                : fault;
    }

    public override VmReplication Apply(CloudContext context)
    {
        ReconfigureCommand command = (ReconfigureCommand)context.Command;
        return DataFlows.Change(context.World, context.Replication, r =>
        {
            string? profile = SlaProfileOf(r, command);
            return r with
            {
                Settings = SettingsCheck.Resolve(context.World, Merged(r.Settings, command), profile).Value,
                SlaProfile = profile,
            };
        });
    }

    public override VappReplication ApplyToVapp(CloudCommand command, VappReplication vapp) =>
        vapp with { Description = ((ReconfigureCommand)command).Description ?? vapp.Description };

    // One that is not named stays, unless settings of its own are given.
    private static string? SlaProfileOf(VmReplication replication, ReconfigureCommand command) =>
        command.SlaProfile
        ?? (command is { Rpo: null, DataConnectionType: null, Quiesced: null, Retention: null } ? replication.SlaProfile : null);

    private static ReplicationSettings Merged(ReplicationSettings settings, ReconfigureCommand command) => settings with
    {
        Description = command.Description ?? settings.Description,
        Rpo = command.Rpo ?? settings.Rpo,
        DataConnectionType = command.DataConnectionType ?? settings.DataConnectionType,
        Quiesced = command.Quiesced ?? settings.Quiesced,
        Retention = command.Retention ?? settings.Retention,
        InitialSyncTime = command.InitialSyncTime ?? settings.InitialSyncTime,
    };
}
