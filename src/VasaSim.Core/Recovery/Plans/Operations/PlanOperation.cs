namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>What is done to plans.</summary>
public enum PlanOperation
{
    /// <summary>Makes a plan.</summary>
    Create,

    /// <summary>Changes a plan, how it recovers a machine, or its callouts.</summary>
    Reconfigure,

    /// <summary>Deletes a plan; its reports stay.</summary>
    Delete,

    /// <summary>Runs a test.</summary>
    Test,

    /// <summary>Ends a test.</summary>
    Cleanup,

    /// <summary>Runs a recovery.</summary>
    Recover,

    /// <summary>Protects what was recovered, the other way.</summary>
    Reprotect,

    /// <summary>Finds what is kept of runs, of a plan or of all; in whatever state plans are.</summary>
    FindReports,

    /// <summary>Ends a run after the step that it is at; without a task.</summary>
    Cancel,

    /// <summary>Lets a run that waits at a prompt go on; without a task.</summary>
    DismissPrompt,
}
