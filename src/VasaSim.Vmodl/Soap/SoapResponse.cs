using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>What a SOAP message answers.</summary>
public sealed class SoapResponse
{
    /// <summary>The result, of the method's declared type; null if it is unset, or if there is a fault.</summary>
    public object? Result { get; internal set; }

    /// <summary>Whether the message is a fault.</summary>
    public bool IsFault { get; internal set; }

    /// <summary>The fault; null if there is none, or if its type is unknown.</summary>
    public MethodFault? Fault { get; internal set; }

    /// <summary>The local name of the element that holds the fault.</summary>
    public string? FaultElement { get; internal set; }

    /// <summary>The fault's code.</summary>
    public string? FaultCode { get; internal set; }

    /// <summary>The fault's message.</summary>
    public string? FaultString { get; internal set; }

    /// <summary>What is wrong with the message, if it could not be read as an answer to the method.</summary>
    public string? Problem { get; internal set; }
}
