namespace VasaSim.Faults.Actions;

/// <summary>How a fault is told.</summary>
public enum FaultShape
{
    /// <summary>As the operation would tell it.</summary>
    Auto,

    /// <summary>As the fault of the call, in SOAP or JSON.</summary>
    SoapFault,

    /// <summary>The call starts a task, whose error it is.</summary>
    TaskError,

    /// <summary>As the error of single groups in the result.</summary>
    GroupError,

    /// <summary>As a warning of groups that succeed.</summary>
    Warning,

    /// <summary>Too many replicas: numbers by interval instead of the replicas.</summary>
    Summary,
}
