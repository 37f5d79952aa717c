namespace VasaSim.Vmodl;

/// <summary>
/// The arguments of a call. A request that was read from the wire may lack required members: they then hold the
/// default of their type, and the reader tells which one is missing.
/// </summary>
public abstract class Request : DataObject
{
    private protected Request()
    {
    }

    /// <summary>The method that is called.</summary>
    public abstract OperationInfo Operation { get; }
}
