namespace VasaSim.Vmodl;

/// <summary>The root of everything that travels by value; the API calls it <c>DynamicData</c>.</summary>
public abstract class DataObject
{
    private protected DataObject()
    {
    }
}
