using System.Text.Json;
using VasaSim.Vmodl.Reading;

namespace VasaSim.Vmodl.Json;

/// <summary>Reads single values that people write as VI JSON, outside of any message.</summary>
public static class JsonValueReader
{
    /// <summary>Tells whether a value, or an item of a list, can be read as its type has it.</summary>
    public static bool Fits(JsonElement value, TypeRef type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var reader = new JsonElementReader(MessageLimits.Default);
        reader.Start(value);
        reader.Item("value", type.ToElement());
        return reader.Error is null && reader.InvalidArgument is null;
    }
}
