namespace VasaSim.Core.Storage;

/// <summary>A store cannot be opened, read or written. The message says what is wrong and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreException(StoreProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>What kind of trouble it is.</summary>
    public StoreProblem Problem { get; }
}

/// <summary>Why a store cannot be used.</summary>
public enum StoreProblem
{
    /// <summary>The place cannot be opened, read or written.</summary>
    Unavailable,

    /// <summary>Another process uses the store.</summary>
    InUse,

    /// <summary>A newer version of the program wrote it.</summary>
    NewerVersion,

    /// <summary>An older version of the program wrote it, in a form that is not read any more.</summary>
    OlderVersion,

    /// <summary>Its content is damaged.</summary>
    Damaged,

    /// <summary>The change does not follow the last commit: somebody else wrote in between.</summary>
    Conflict,
}
