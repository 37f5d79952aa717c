using System.Globalization;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>Starts and finishes the tasks of protection groups.</summary>
public static class ProtectionTasks
{
    /// <summary>Starts the tasks of a call.</summary>
    /// <returns>
    /// The tasks, which may have ended already: one, but for what is done to all machines of a group one for each that needs
    /// it, perhaps none. Or the fault of the call, and then there is no task. What is done to all machines and one
    /// cannot, its task fails with.
    /// </returns>
    public static Result<IReadOnlyList<ProtectionTask>> Start(World world, ProtectionCall call)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(call);
        if (call.Operation == ProtectionOperation.CreateGroup)
        {
            return Create(world, call, (CreateGroupCommand)call.Command);
        }

        if (Housekeeping.Has(call.Operation))
        {
            return Housekeep(world, call);
        }

        if (world.Recovery.FindGroup(call.Group!) is not { } group)
        {
            return new ProtectionNotFound(ProtectionThing.Group, call.Group!);
        }

        ProtectionContext context = new(world, group, call.Command, call.Machine);
        return call.Operation switch
        {
            ProtectionOperation.ConfigureAll =>
                ForEach(context, call with { Operation = ProtectionOperation.Configure }, m => m.Protection is null),
            ProtectionOperation.RestorePlaceholders =>
                ForEach(context, call, m => m is { Machine: not null, Protection: { Placeholder: null } }),
            _ => (Busy(context) ?? ProtectionLawBook.Of(call.Operation).Check(context)) is { } fault
                ? fault
                : new List<ProtectionTask> { Begin(context, call, null) },
        };
    }

    /// <summary>The tasks that work on a group or on machines of it now, in the order of starting.</summary>
    public static IReadOnlyList<ProtectionTask> WorkingOn(World world, string group)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Tasks.Running.OfType<ProtectionTask>().Where(t => t.Group == group && !Housekeeping.Has(t.Operation)).OrderBy(t => t.Number)];
    }

    /// <summary>Does what a task is for.</summary>
    internal static ProtectionTask Finish(World world, ProtectionTask task)
    {
        // It is no obstacle to itself any more.
        ProtectionTask ended = task with
        {
            Pending = null,
            Ended = world.Now,
            Found = task.Operation == ProtectionOperation.FindPlaceholderDatastores ? Housekeeping.Suitable(world, task.Site) : [],
        };
        world.Put(ended);
        Fault? fault = task.Pending is CreateGroupCommand create ? Make(world, task, create)
            : Housekeeping.Has(task.Operation) ? Housekeeping.Do(world, task)
            : Do(world, task);
        return fault is null ? ended : task.Failed(fault, world.Now);
    }

    private static Result<IReadOnlyList<ProtectionTask>> Create(World world, ProtectionCall call, CreateGroupCommand command)
    {
        if (GroupCreation.Check(world, command) is { } fault)
        {
            return fault;
        }

        string id = Protecting.NextId(world, "group").Id;
        return new List<ProtectionTask>
        {
            Begin(world, call, world.Knobs.TaskDuration.ProtectionGroup, id, command.Name, [], null),
        };
    }

    private static Result<IReadOnlyList<ProtectionTask>> Housekeep(World world, ProtectionCall call)
    {
        if (Housekeeping.Check(world, call.Operation, call.Group, call.Site, call.Command) is { } fault)
        {
            return fault;
        }

        (string id, string name) = Housekeeping.About(world, call);
        return new List<ProtectionTask> { Begin(world, call, world.Knobs.TaskDuration.ProtectionGroup, id, name, [], null) };
    }

    private static Result<IReadOnlyList<ProtectionTask>> ForEach(ProtectionContext context, ProtectionCall call, Func<ProtectedMachine, bool> needs)
    {
        // Where the whole group is changed, or a machine at work already, there is nothing to add to.
        List<ProtectionTask> tasks = [];
        foreach (ProtectedMachine member in context.Members.Where(needs))
        {
            ProtectionContext own = context with { Machine = member.Id };
            if (Busy(own) is null)
            {
                tasks.Add(Begin(own, call with { Machine = member.Id }, ProtectionLawBook.Of(call.Operation).Check(own)));
            }
        }

        return tasks;
    }

    private static ProtectionTask Begin(ProtectionContext context, ProtectionCall call, Fault? refusal)
    {
        ProtectionLaw law = ProtectionLawBook.Of(call.Operation);
        return Begin(
            context.World, call, law.Duration(context.World.Knobs.TaskDuration), context.Group.Id, context.Group.Name, law.Machines(context), refusal);
    }

    private static ProtectionTask Begin(
        World world, ProtectionCall call, TimeSpan duration, string group, string groupName, IReadOnlyList<MachineAtWork> machines, Fault? refusal)
    {
        long number = DueWork.NextNumber(world);
        TaskPace pace = DueWork.PaceOf(world, duration);
        return DueWork.Begin(world, new ProtectionTask
        {
            Id = DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|recovery|task|{number}")).ToString(),
            Number = number,
            Created = world.Now,
            Started = pace.From,
            Pace = pace,
            Operation = call.Operation,
            Group = group,
            GroupName = groupName,
            Machine = call.Machine,
            Machines = machines,
            User = call.User,
            Site = call.Site,
            Pending = call.Command,
            Refusal = refusal,
        });
    }

    private static Fault? Make(World world, ProtectionTask task, CreateGroupCommand command)
    {
        // What was so at the call need not be so any more.
        if (GroupCreation.Check(world, command) is { } fault)
        {
            return fault;
        }

        world.Put(GroupCreation.Of(world, command, task.Group, Protecting.NextNumber(world)));
        ConfigureNew(world, task);
        return null;
    }

    private static Fault? Do(World world, ProtectionTask task)
    {
        if (world.Recovery.FindGroup(task.Group) is not { } group)
        {
            return new ProtectionNotFound(ProtectionThing.Group, task.Group);
        }

        ProtectionContext context = new(world, group, task.Pending!, task.Machine);
        ProtectionLaw law = ProtectionLawBook.Of(task.Operation);
        if (law.Check(context) is { } fault)
        {
            return fault;
        }

        law.Apply(context);
        if (task.Operation == ProtectionOperation.ReconfigureGroup)
        {
            ConfigureNew(world, task);
        }

        return null;
    }

    // Machines that the mappings say where they go are protected by themselves; the others wait for somebody to do so.
    private static void ConfigureNew(World world, ProtectionTask task)
    {
        ProtectionContext context = new(world, world.Recovery.FindGroup(task.Group)!, new ConfigureCommand(), null);
        ProtectionCall call = new()
        {
            Operation = ProtectionOperation.Configure,
            Command = context.Command,
            User = task.User,
            Site = task.Site,
        };
        foreach (ProtectedMachine member in context.Members.Where(m => m.Protection is null))
        {
            ProtectionContext own = context with { Machine = member.Id };
            if (Busy(own) is null && ProtectionLawBook.Of(call.Operation).Check(own) is null)
            {
                Begin(own, call with { Machine = member.Id }, null);
            }
        }
    }

    // A machine has one task at a time, and none while its group has one; a group has none while a machine has one.
    private static Fault? Busy(ProtectionContext context)
    {
        ProtectionTask? task = WorkingOn(context.World, context.Group.Id)
            .FirstOrDefault(t => t.Refusal is null && (context.Machine is null || t.Machine is null || t.Machine == context.Machine));
        return task is null ? null : new ProtectionBusy(task.Id);
    }
}
