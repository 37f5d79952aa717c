using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Storage.Serialization;
using VasaSim.Storage.Tests.Support;

namespace VasaSim.Storage.Tests.Serialization;

public sealed class EntitySerializerTests : IDisposable
{
    private readonly EntitySerializer _serializer = new();

    public static TheoryData<Type> Types => [.. AnyEntity.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_written_reads_the_same(Type type) => Prop.ForAll<int>(seed =>
    {
        Entity entity = new AnyEntity(new Random(seed)).Make(type);
        byte[] body = Write(entity);
        Entity read = EntitySerializer.Read(entity.Key.Kind, body);
        Assert.Equal(Structure.Describe(entity), Structure.Describe(read));
        Assert.Equal(Encoding.UTF8.GetString(body), Encoding.UTF8.GetString(Write(read)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_body_is_compact_and_holds_no_more_than_the_entity()
    {
        var link = new Link { A = "fd-a1", B = "fd-b1", Up = false, Lag = TimeSpan.FromSeconds(1.5) };
        Assert.Equal("""{"A":"fd-a1","B":"fd-b1","Up":false,"Lag":"00:00:01.5000000","Outages":[]}""", Encoding.UTF8.GetString(Write(link)));
    }

    [Fact]
    public void A_value_that_is_its_types_default_but_not_the_members_is_kept()
    {
        var link = new Link { A = "a", B = "b", Up = false };
        Assert.False(((Link)EntitySerializer.Read(EntityKind.Link, Write(link))).Up);
    }

    [Theory]
    [InlineData("Outages")]
    [InlineData("Up")]
    [InlineData("A")]
    public void A_missing_member_that_is_never_null_is_not_made_up(string member)
    {
        JsonObject body = JsonNode.Parse(Write(new Link { A = "a", B = "b" }))!.AsObject();
        Assert.True(body.Remove(member));
        Assert.Throws<JsonException>(() => EntitySerializer.Read(EntityKind.Link, Encoding.UTF8.GetBytes(body.ToJsonString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"Id":"host-1","Name":"esx","Site":"a","Ordinal":1,"Colour":"red"}""")]
    [InlineData("""{"Id":"host-1","Name":null,"Site":"a","Ordinal":1}""")]
    [InlineData("""{"Id":"host-1","Name":"esx","Site":"a","Ordinal":"first"}""")]
    public void A_body_that_is_none_is_refused(string body) =>
        Assert.Throws<JsonException>(() => EntitySerializer.Read(EntityKind.Host, Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void An_unknown_kind_is_refused() =>
        Assert.Throws<UnknownKindException>(() => EntitySerializer.Read((EntityKind)999, "{}"u8));

    [Fact]
    public void A_big_entity_does_not_spoil_the_next_one()
    {
        var big = new Host { Id = "host", Name = new string('v', 1_000_000), Site = "site", Ordinal = 1 };
        Host small = big with { Name = "v" };
        Assert.Equal(big, EntitySerializer.Read(EntityKind.Host, Write(big)));
        Assert.Equal(small, EntitySerializer.Read(EntityKind.Host, Write(small)));
    }

    [Fact]
    public void A_fault_keeps_its_type_and_its_cause()
    {
        var fault = new QueryExecutionFault(new ResourceInUse([new VVolId("naa.1"), new VirtualDiskKey("uuid", 2000)]));
        Core.Tasks.ReplicationTask task = (Core.Tasks.ReplicationTask)new AnyEntity(new Random(1)).Make(typeof(Core.Tasks.ReplicationTask)) with { Error = fault };
        var read = (Core.Tasks.ReplicationTask)EntitySerializer.Read(EntityKind.Task, Write(task));
        Assert.Equal(Structure.Describe(fault), Structure.Describe(read.Error));
    }

    public void Dispose() => _serializer.Dispose();

    private byte[] Write(Entity entity) => _serializer.Write(entity.Key.Kind, entity).ToArray();
}
