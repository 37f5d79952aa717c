using VasaSim.Core.Arrays;
using VasaSim.Core.Certificates;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;

namespace VasaSim.Core.Alarms;

/// <summary>
/// What a provider has reason to raise alarms for, from the state of the world: space, its own certificate, replication.
/// Of an array or a fault domain only the active provider speaks.
/// </summary>
internal static class AlarmLaws
{
    /// <summary>All conditions of a provider, in a fixed order.</summary>
    public static IEnumerable<AlarmCondition> Of(World world, Provider provider) =>
        [.. Space(world, provider), .. Certificate(world, provider), .. Replication(world, provider)];

    private static IEnumerable<AlarmCondition> Space(World world, Provider provider)
    {
        HashSet<string> own = [.. provider.Arrays
            .Where(a => !provider.ArrayIndependent && ProviderDirectory.ActiveForArray(world, a.ArrayId)?.Id == provider.Id)
            .Select(a => a.ArrayId)];
        foreach (StorageLun lun in world.Luns.Where(l => own.Contains(l.Array)))
        {
            SpaceStatus status = SpaceLaw.Of(lun);
            if (status != SpaceStatus.Green)
            {
                yield return new()
                {
                    Type = AlarmType.SpaceCapacity,
                    Severity = status == SpaceStatus.Red ? AlarmSeverity.Red : AlarmSeverity.Yellow,
                    Entity = AlarmEntity.StorageLun,
                    EntityId = lun.Id,
                    Since = lun.StatusSince,
                    Message = status == SpaceStatus.Red ? "sim.alarm.thin.hard" : "sim.alarm.thin.soft",
                    Percent = SpaceLaw.PercentUsed(lun),
                };
            }
        }
    }

    // A certificate has no entity of its own: the alarm is about the array that the provider stands for.
    private static IEnumerable<AlarmCondition> Certificate(World world, Provider provider)
    {
        if (provider.Certificate is { } certificate
            && CertificateAge.StatusAt(certificate, world.Now) is CertificateStatus.SoftLimit or CertificateStatus.HardLimit)
        {
            bool hard = CertificateAge.StatusAt(certificate, world.Now) == CertificateStatus.HardLimit;
            yield return new()
            {
                Type = AlarmType.Certificate,
                Severity = hard ? AlarmSeverity.Red : AlarmSeverity.Yellow,
                Entity = AlarmEntity.StorageArray,
                EntityId = provider.Arrays.Count > 0 ? provider.Arrays[0].ArrayId : provider.Uid,
                Since = hard ? CertificateAge.HardLimitOf(certificate) : CertificateAge.SoftLimitOf(certificate),
                Message = hard ? "sim.alarm.certificate.hard" : "sim.alarm.certificate.soft",
            };
        }
    }

    private static IEnumerable<AlarmCondition> Replication(World world, Provider provider)
    {
        foreach (ServedDomain served in ProviderDirectory.DomainsOf(world, provider).Where(d => d.Active?.Id == provider.Id))
        {
            foreach (ReplicationGroup group in world.GroupsIn(served.Domain.Id))
            {
                if (Trouble(world, group) is { } trouble)
                {
                    yield return new()
                    {
                        Type = AlarmType.Replication,
                        Severity = AlarmSeverity.Yellow,
                        Entity = AlarmEntity.ReplicationGroup,
                        EntityId = group.Id.DeviceGroup,
                        Group = group.Id,
                        Since = trouble.Since,
                        Message = trouble.Message,
                    };
                }
            }
        }
    }

    // A source that has something to send: nothing was copied yet, or nothing gets through.
    private static (string Message, DateTimeOffset Since)? Trouble(World world, ReplicationGroup group)
    {
        if (group.State != ReplicationState.Source)
        {
            return null;
        }

        if (group.Targets.Count == 0)
        {
            return group.Members.Count == 0 ? null : ("sim.alarm.repl.initial", world.Info.StartTime);
        }

        foreach (GroupId target in group.Targets)
        {
            if (world.FindLink(group.Id.FaultDomain, target.FaultDomain) is { Up: false } link)
            {
                return ("sim.alarm.repl.link", link.Outages[^1].From);
            }
        }

        return null;
    }
}
