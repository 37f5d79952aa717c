namespace VasaSim.Server.Calls;

/// <summary>What a call is made on.</summary>
/// <param name="Type">What it is, as the API has it: <c>VasaProvider</c>.</param>
/// <param name="Id">Its id: <c>vasaProvider-3</c>.</param>
public sealed record CallTarget(string Type, string Id)
{
    /// <summary>Returns type and id, joined by a colon.</summary>
    public override string ToString() => $"{Type}:{Id}";
}
