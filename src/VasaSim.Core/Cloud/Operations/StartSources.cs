using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>The machines that a start is about, and their disks.</summary>
internal static class StartSources
{
    /// <summary>The machines, at least one; or the fault of a call that names none, or one that there is not.</summary>
    public static Result<IReadOnlyList<CloudMachine>> Find(World world, StartCommand command, bool ofVapp)
    {
        if (world.Cloud.FindSite(command.SourceSite) is null)
        {
            return new CloudNotFound(CloudThing.Site, command.SourceSite);
        }

        if (command.Vapp is { } id && ofVapp)
        {
            return InVapp(world, command.SourceSite, id);
        }

        List<CloudMachine> found = [];
        foreach (string machine in ofVapp ? command.Machines.Distinct() : command.Machine is { } one ? [one] : [])
        {
            if (world.Cloud.FindMachine(command.SourceSite, machine) is not { } known)
            {
                return new CloudNotFound(CloudThing.Machine, machine);
            }

            found.Add(known);
        }

        return found.Count == 0 ? new InvalidArgument(ofVapp ? "source.vmIds" : "source.vmId") : found;
    }

    /// <summary>Whether the disks that are not to be replicated are there.</summary>
    public static Fault? CheckDisks(StartCommand command, IReadOnlyList<CloudMachine> machines, bool ofVapp)
    {
        bool known = machines.All(m => ExcludedDisks(command, m.Id).All(key => m.Disks.Any(d => d.Key == key)));
        return known ? null : new InvalidArgument(ofVapp ? "source.vmExcludedDisks" : "source.excludedDisks");
    }

    /// <summary>The disks of a machine that are not to be replicated.</summary>
    public static IReadOnlyList<int> ExcludedDisks(StartCommand command, string machine) =>
        command.ExcludedDisks.GetValueOrDefault(machine) ?? command.Settings.ExcludedDisks;

    private static Result<IReadOnlyList<CloudMachine>> InVapp(World world, string site, string id)
    {
        if (world.Cloud.FindVapp(id) is not { } vapp || world.Cloud.FindVdc(vapp.Vdc)?.Site != site)
        {
            return new CloudNotFound(CloudThing.Vapp, id);
        }

        CloudMachine[] machines = [.. world.Cloud.MachinesIn(id)];
        return machines.Length == 0 ? new InvalidArgument("source.vappId") : machines;
    }
}
