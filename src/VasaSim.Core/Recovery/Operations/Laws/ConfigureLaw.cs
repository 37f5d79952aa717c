using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Protects a machine, with a placeholder at the recovery site. That one cannot be made does not stand against it: its status tells.</summary>
internal sealed class ConfigureLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.ConfigureProtection;

    public override Fault? Check(ProtectionContext context)
    {
        if (context.Member is not { Machine: { } machine } member)
        {
            return new ProtectionNotFound(ProtectionThing.Machine, context.Machine!);
        }

        ConfigureCommand command = CommandOf(context);
        if (member.Protection is { } protection && protection.Version != command.Version)
        {
            return new SettingsChanged(protection.Version);
        }

        if (Unknown(context, command.Settings) is { } stranger)
        {
            return new ProtectionNotFound(ProtectionThing.InventoryObject, stranger);
        }

        IReadOnlyList<string> missing = RecoveryPlace.Of(context.World, context.Group, machine, command.Settings).Missing;
        return missing.Count > 0 ? new MissingMappings([.. missing.Select(id => InventoryNames.Of(context.World, id))]) : null;
    }

    public override void Apply(ProtectionContext context) =>
        Protecting.Protect(context.World, context.Group, context.Member!, CommandOf(context).Settings);

    private static ConfigureCommand CommandOf(ProtectionContext context) => context.Command as ConfigureCommand ?? new ConfigureCommand();

    private static string? Unknown(ProtectionContext context, ProtectionSettings settings)
    {
        World world = context.World;
        SiteInventory there = world.Sites.First(s => s.Id == context.Group.RecoverySite).Inventory;
        bool Has(MappingKind kind, string id) => InventoryNames.ListOf(there, kind).Any(o => o.Id == id);
        return settings.Folder is { } folder && !Has(MappingKind.Folder, folder) ? folder
            : settings.ResourcePool is { } pool && !Has(MappingKind.ResourcePool, pool) ? pool
            : settings.Host is { } host && world.FindHost(host)?.Site != context.Group.RecoverySite ? host
            : settings.Networks.Values.FirstOrDefault(n => !Has(MappingKind.Network, n));
    }
}
