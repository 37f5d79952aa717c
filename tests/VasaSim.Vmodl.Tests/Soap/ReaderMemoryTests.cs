using System.Text;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl.Tests.Soap;

// Measures memory of the whole process, so nothing else may run beside it.
[Collection(Alone)]
public sealed class ReaderMemoryTests
{
    public const string Alone = "Alone";

    // The reader may keep names of four megabytes of messages; the rest is air for what the test itself leaves behind.
    private const long Bound = 32 * 1024 * 1024;

    [Fact]
    public void Pooled_reader_survives_ever_new_names()
    {
        using var reader = new SoapRequestReader();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 20_000; i++)
        {
            var name = $"element-number-{i}-{new string((char)('a' + i % 26), 2000)}";
            var message = Encoding.UTF8.GetBytes(
                $"<Envelope><Body><QueryProvider><_this type='x'>{i}</_this><{name} {name}='1'/></QueryProvider></Body></Envelope>");

            var read = reader.Read(message, null, Contracts.Sms);

            Assert.Null(read.ErrorText);
            Assert.Equal(i.ToString(null, null), read.This!.Value);
        }

        // All names together are 80 MB.
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < Bound);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Definition;
}
