using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Updates;

/// <summary>What a client knows of one object: the marks of its properties' values; null when it was told that the object is missing.</summary>
internal sealed record ObjectState(ManagedObjectReference Object, IReadOnlyDictionary<string, object?>? Marks)
{
    public static ObjectState Of(ObjectReading reading, VimScope scope) => new(
        reading.Object.Reference,
        reading.Properties.ToDictionary(
            p => p.Path.Text,
            p => p.Refusal is { } refusal ? refusal.Fault.TypeInfo : p.Path.Mark(reading.Object, scope, p.Value)));
}
