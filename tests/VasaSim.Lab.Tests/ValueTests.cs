using VasaSim.Configuration;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("4m", 240_000)]
    [InlineData("24h", 86_400_000)]
    [InlineData("7d", 604_800_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("0", 0)]
    public void Parse_Duration(string text, long milliseconds)
    {
        LabResult result = LabFile.Parse($"version: 1\nknobs: {{ failoverDelay: {text} }}", "x");
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), result.Lab!.Knobs.FailoverDelay);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5x")]
    [InlineData("5m1h")]
    [InlineData("5m5m")]
    [InlineData("-5m")]
    [InlineData("0.5ms")]
    [InlineData("1.h")]
    [InlineData("1 h")]
    [InlineData("40000d")]
    [InlineData("99999999999999999999d")]
    public void Parse_WrongDuration_IsAProblem(string text) =>
        Assert.Single(LabFile.Parse($"version: 1\nknobs: {{ failoverDelay: {text} }}", "x").Problems);

    [Theory]
    [InlineData("512B", 512)]
    [InlineData("1.5KB", 1_500)]
    [InlineData("4KiB", 4_096)]
    [InlineData("2TB", 2_000_000_000_000)]
    [InlineData("1TiB", 1_099_511_627_776)]
    public void Parse_Size(string text, long bytes)
    {
        LabResult result = LabFile.Parse(
            $"version: 1\nsites: {{ A: {{ datastores: [ {{ id: d, capacity: {text} }} ] }} }}", "x");
        DatastoreDefinition datastore = result.Lab!.Sites[0].Datastores[0];
        Assert.Equal((bytes, bytes / 2), (datastore.Capacity, datastore.FreeSpace));
    }

    [Theory]
    [InlineData("1024")]
    [InlineData("0.5B")]
    [InlineData("1mb")]
    [InlineData("99999999TB")]
    [InlineData("1.TB")]
    public void Parse_WrongSize_IsAProblem(string text) => Assert.Single(LabFile.Parse(
        $"version: 1\nsites: {{ A: {{ datastores: [ {{ id: d, capacity: {text} }} ] }} }}", "x").Problems);
}
