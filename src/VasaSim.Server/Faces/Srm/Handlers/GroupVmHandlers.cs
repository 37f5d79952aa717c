using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The machines of protection groups.</summary>
internal static class GroupVmHandlers
{
    private const string Place = ".protection_info";

    public static Outcome List(SrmCall call, World world) => GroupHandlers.With(call, world, group =>
    {
        GroupTranslation translation = new(world, call.Scope);
        bool known = KnowsPlaces(call, world, group);
        return Listing.Answer(
            call,
            world,
            RecoveryQueries.Members(world, group).Select(m => translation.Machine(group, call.Deception.Of(m), known)),
            SrmJson.Newest.ProtectionGroupVmInfo,
            _ => known ? [] : [Place]);
    });

    public static Outcome Show(SrmCall call, World world) => With(call, world, (group, member) =>
    {
        bool known = KnowsPlaces(call, world, group);
        return call.Entity(new GroupTranslation(world, call.Scope).Machine(group, call.Deception.Of(member), known), world, known ? [] : [$"${Place}"]);
    });

    public static Outcome RemoveFromGroup(SrmCall call, World world) => With(call, world, (group, member) =>
        Starting.One(call, world, ProtectionOperation.RemoveFromGroup, group.Id, member.Machine.Id));

    public static Outcome RemoveProtection(SrmCall call, World world) => With(call, world, (group, member) =>
        Starting.One(call, world, ProtectionOperation.RemoveProtection, group.Id, member.Machine.Id));

    public static Outcome ShowSettings(SrmCall call, World world) => With(call, world, (group, member) =>
        call.Entity(new GroupTranslation(world, call.Scope).Settings(group, member), world));

    public static Outcome UpdateSettings(SrmCall call, World world) => With(call, world, (group, member) =>
    {
        VmProtectionSettings wanted = (VmProtectionSettings)call.Body.Value!;
        long? version = null;
        if (wanted.ChangeVersion is { } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                return SrmCall.Wrong($"'change_version' is '{text}', which no settings have.");
            }

            version = number;
        }

        return Read(call, wanted, out ProtectionSettings settings) is { } wrong
            ? SrmCall.Wrong(wrong)
            : Starting.One(call, world, ProtectionOperation.Configure, group.Id, member.Machine.Id, new ConfigureCommand { Settings = settings, Version = version });
    });

    // What the mappings say is left to them, so that it changes with them.
    private static string? Read(SrmCall call, VmProtectionSettings wanted, out ProtectionSettings settings)
    {
        string? wrong = null;
        settings = new ProtectionSettings
        {
            Folder = Own(wanted.Folder, DrIds.TypeOf(MappingKind.Folder)),
            ResourcePool = Own(wanted.ResourcePool, DrIds.TypeOf(MappingKind.ResourcePool)),
            Host = Own(wanted.Host, DrIds.HostType),
            Networks = (wanted.Networks ?? [])
                .Where(n => n is { IsInventoryMappedTarget: false, Target: not null })
                .Select(n => (Source: Id(n.Source ?? "", DrIds.TypeOf(MappingKind.Network)), Target: Own(n, DrIds.TypeOf(MappingKind.Network))))
                .Where(n => n is { Source: not null, Target: not null })
                .DistinctBy(n => n.Source)
                .ToDictionary(n => n.Source!, n => n.Target!),
        };
        return wrong;

        string? Own(VmProtectionLocation? location, string type) => location is { IsInventoryMappedTarget: false, Target: { } target } ? Id(target, type) : null;

        string? Id(string text, string type)
        {
            string? id = call.Ids.Read(type, text);
            wrong ??= id is null ? $"'{text}' is no id of the type {type}." : null;
            return id;
        }
    }

    private static Outcome With(SrmCall call, World world, Func<ProtectionGroup, DescribedMember, Outcome> answer) => GroupHandlers.With(call, world, group =>
    {
        string id = call.Path["vm_id"];
        return call.Ids.Read(DrIds.MachineType, id) is { } known && RecoveryQueries.Members(world, group).FirstOrDefault(m => m.Machine.Id == known) is { } member
            ? answer(group, member)
            : Outcome.Failed(Admission.NotFound("virtual machine", id));
    });

    // Where machines go is in the inventory of the recovery site.
    private static bool KnowsPlaces(SrmCall call, World world, ProtectionGroup group) =>
        group.RecoverySite == call.Scope.Here.Name || call.PeerIn(world) == PeerState.Reached;
}
