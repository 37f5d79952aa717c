using VasaSim.Core;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Storage.Tests.Support;

namespace VasaSim.Storage.Tests.Contract;

/// <summary>A world tells all that it is made of, kinds that are added one day included.</summary>
public sealed class WorldEntitiesTests
{
    [Fact]
    public void Entities_of_every_kind_are_told()
    {
        var any = new AnyEntity(new Random(1));
        // A task that runs has groups, which do not fit to anything here; and tasks of all kinds share their ids.
        Entity[] entities = [.. AnyEntity.Types.Select(any.Make)
            .Select(e => e is ReplicationTask task ? task with { Pending = null } : e)
            .Select(e => e is ServiceTask task ? task with { Id = task.GetType().Name } : e)];

        World world = new(entities, 0);

        Assert.Equal(entities.ToHashSet(ReferenceEqualityComparer.Instance), world.Entities.ToHashSet(ReferenceEqualityComparer.Instance));
    }
}
