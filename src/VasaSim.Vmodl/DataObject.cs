using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>
/// The root of everything that travels by value; the API calls it <c>DynamicData</c>. Instances do not change and may
/// be shared between threads. All types are declared in this assembly, their codecs are generated.
/// </summary>
public abstract class DataObject
{
    private protected DataObject()
    {
    }

    /// <summary>The description of the object's own type.</summary>
    public abstract DataTypeInfo TypeInfo { get; }

    /// <summary>Writes the members that the writer's version knows, those of the base first.</summary>
    internal abstract void WriteMembers(ref SoapElementWriter writer);

    /// <inheritdoc cref="WriteMembers(ref SoapElementWriter)"/>
    internal abstract void WriteMembers(JsonElementWriter writer);
}
