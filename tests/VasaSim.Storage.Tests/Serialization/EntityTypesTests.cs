using System.Reflection;
using System.Text.Json.Serialization;
using VasaSim.Core.Storage;
using VasaSim.Storage.Serialization;
using VasaSim.Storage.Tests.Support;

namespace VasaSim.Storage.Tests.Serialization;

public class EntityTypesTests
{
    [Fact]
    public void Every_type_of_entity_can_be_stored() =>
        Assert.Equal(Names(AnyEntity.Types), Names(EntityTypes.All.Select(pair => pair.Value)));

    [Fact]
    public void Every_kind_has_a_type_and_can_be_read_and_written()
    {
        foreach (EntityKind kind in Enum.GetValues<EntityKind>())
            Assert.Same(EntityTypes.ForWriting(kind).Type, EntityTypes.ForReading(kind)?.Type);
        Assert.Equal(Enum.GetValues<EntityKind>().Order(), EntityTypes.All.Select(pair => pair.Key).Order());
    }

    [Fact]
    public void A_type_stands_under_the_kind_that_its_key_names()
    {
        var any = new AnyEntity(new Random(1));
        foreach ((EntityKind kind, Type type) in EntityTypes.All)
            Assert.Equal(kind, any.Make(type).Key.Kind);
    }

    [Fact]
    public void Every_subtype_of_a_stored_type_has_a_name()
    {
        foreach (Type type in typeof(Entity).Assembly.GetTypes().Where(type => type.GetCustomAttributes<JsonDerivedTypeAttribute>().Any()))
        {
            IEnumerable<Type> named = type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType);
            Assert.Equal(Names(type.Assembly.GetTypes().Where(other => other.IsSubclassOf(type) && !other.IsAbstract)), Names(named));
        }
    }

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.FullName!).Order(StringComparer.Ordinal);
}
