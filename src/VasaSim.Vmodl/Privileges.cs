namespace VasaSim.Vmodl;

/// <summary>The privileges that the contract names.</summary>
public static class Privileges
{
    /// <summary>Needs no session.</summary>
    public const string SystemAnonymous = "System.Anonymous";

    /// <summary>Every role that sees an object has it.</summary>
    public const string SystemView = "System.View";

    /// <summary>Reading from the storage monitoring service.</summary>
    public const string StorageViewsView = "StorageViews.View";

    /// <summary>Changing what the storage monitoring service manages.</summary>
    public const string StorageViewsConfigureService = "StorageViews.ConfigureService";

    /// <summary>Asking whether a session is valid.</summary>
    public const string SessionsValidateSession = "Sessions.ValidateSession";

    /// <summary>Seeing and ending other sessions.</summary>
    public const string SessionsTerminateSession = "Sessions.TerminateSession";
}
